// What other slices may use of the wallet: what a person holds.
export { listWallet, type WalletItem } from './list-wallet.ts'
