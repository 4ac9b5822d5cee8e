-- A draft that was never published may be deleted; versions keep every other achievement in its place.
GRANT DELETE ON achievements TO kolleges_app;
