// The page of `register status`: labels and the words for what the register says of itself.

export type RegisterPageWording = {
	readonly labels: Readonly<
		Record<
			| 'device'
			| 'software'
			| 'serial'
			| 'inn'
			| 'clock'
			| 'mode'
			| 'submode'
			| 'paper'
			| 'cover'
			| 'shift'
			| 'receipt'
			| 'openReceipt'
			| 'storage'
			| 'lastDocument'
			| 'expires'
			| 'queue'
			| 'warnings'
			| 'names'
			| 'width'
			| 'abilities',
			string
		>
	>;
	readonly modes: Readonly<Record<number, string>>;
	readonly submodes: Readonly<Record<number, string>>;
	readonly yes: string;
	readonly no: string;
	readonly open: string;
	readonly closed: string;
	readonly storageWarnings: Readonly<Record<string, string>>;
};
