// The shape of the command line's own sentences.
import type {AmountFault} from '../money.ts';

export type CliWording = {
	readonly usage: (line: string) => string;
	readonly seeHelp: (command: string | null) => string;
	readonly unknownCommand: (word: string, nearest: string | null) => string;
	readonly unknownOption: (word: string, command: string | null, nearest: string | null) => string;
	readonly optionValue: (word: string) => string;
	readonly optionTwice: (word: string) => string;
	readonly wordCount: (command: string, least: number, most: number) => string;
	readonly language: (word: string) => string;
	readonly methodMissing: string;
	readonly method: (word: string) => string;
	readonly notLinked: (word: string, linked: readonly string[]) => string;
	readonly amountMissing: string;
	readonly amount: (word: string, fault: AmountFault) => string;
	readonly order: (word: string) => string;
	readonly orderDiffers: (orderId: string) => string;
	readonly orderUnknown: (orderId: string) => string;
	readonly timeout: (word: string) => string;
	readonly description: string;
	readonly receiptUnreadable: (file: string) => string;
	readonly receiptNotJson: (file: string) => string;
	readonly receiptTooLong: (file: string) => string;
	readonly receiptField: (file: string, path: string, rule: string) => string;
	readonly receiptSum: (file: string, sum: string, amount: string) => string;
	readonly held: (pid: number, since: string, command: string) => string;
	readonly journalRefuses: (text: string) => string;
	readonly registerRefuses: (text: string, advice: string) => string;
	readonly bug: (detail: string) => string;
	readonly day: (word: string) => string;
	readonly since: (word: string) => string;
	readonly port: (word: string) => string;
	readonly resolveAs: (word: string) => string;
	readonly terminalNeeded: string;
};
