import type {CliWording} from '../cli.ts';

const amountFaults = {
	empty: 'the amount is empty',
	form: 'this is no amount: digits and one comma or dot only, no spaces, no signs',
	decimals: 'at most two digits of kopecks',
	'too-small': 'the amount must be at least 0.01',
	'too-large': 'the amount must be at most 99999999.99',
};

const receiptRules: Readonly<Record<string, string>> = {
	object: 'an object {"lines":[…],"email":null,"phone":null} is needed',
	lines: 'a list of 1 to 1000 lines is needed',
	line: 'a receipt line must be an object',
	name: 'a name of 1 to 128 characters is needed',
	price: 'a price in whole kopecks above zero is needed',
	quantity: 'a quantity as text is needed, e.g. "2.000"',
	vat: 'VAT rate: none, 0, 5, 7, 10, 20 or 22',
	email: 'an e-mail address of at most 64 characters or null',
	phone: 'a phone number of 10–15 digits or null',
	unknown: 'there is no such field',
};

export const cliEn: CliWording = {
	usage: (line) => `Usage: ${line}`,
	seeHelp: (command) => `Help: qrkassa ${command === null ? 'help' : `${command} --help`}`,
	unknownCommand: (word, nearest) =>
		`There is no command ${word}.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
	unknownOption: (word, command, nearest) =>
		`There is no option ${word}${command === null ? '' : ` for “${command}”`}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`,
	optionValue: (word) => `Option ${word}: check whether it takes a value.`,
	optionTwice: (word) => `Option ${word} is given twice: keep one.`,
	wordCount: (command, least, most) =>
		`“${command}” takes ${least === most ? least : `${least} to ${most}`} words.`,
	language: (word) => `Unknown language ${word}: --lang ru or --lang en.`,
	methodMissing: 'No system given: --method sbp, webmoney, wechat, alipay or a payment type code.',
	method: (word) =>
		`There is no system ${word}: --method sbp, webmoney, wechat, alipay or a payment type code in digits.`,
	notLinked: (word, linked) =>
		`System ${word} is not set up on this till. Set up: ${linked.length > 0 ? linked.join(', ') : 'none'}. Nothing was sent.`,
	amountMissing: 'No amount given: --amount 1250.00',
	amount: (word, fault) => `Amount ${word}: ${amountFaults[fault]}. Example: --amount 1250.00`,
	order: (word) => `Order id ${word}: 1–64 characters of A–Z a–z 0–9 . _ - are needed.`,
	orderDiffers: (orderId) =>
		`Order ${orderId} already exists with another amount or system. Nothing was sent: take a new id.`,
	orderUnknown: (orderId) => `There is no order ${orderId} in this till's journal.`,
	timeout: (word) => `Time ${word}: whole seconds from 10 to 3600 are needed.`,
	description: 'Description: at most 128 characters, no line breaks.',
	receiptUnreadable: (file) => `Receipt file ${file} cannot be read: check path and rights.`,
	receiptNotJson: (file) => `Receipt file ${file} is not JSON.`,
	receiptTooLong: (file) => `Receipt file ${file} is larger than 1 MiB.`,
	receiptField: (file, path, rule) =>
		`Receipt file ${file}${path === '' ? '' : `, field ${path}`}: ${receiptRules[rule] ?? rule}.`,
	receiptSum: (file, sum, amount) =>
		`Receipt file ${file}: the lines' sum ${sum} is not the amount ${amount}. Nothing was sent.`,
	held: (holder) =>
		`Another process holds this till${holder === null ? '' : `: ${holder.command}, number ${holder.pid}, since ${holder.since}`}. Close it or wait for its end.`,
	journalRefuses: (text) =>
		`The journal takes no rows (${text}). The payment was not begun, nothing was sent. Make room on the disk.`,
	registerRefuses: (text, advice) => `${text} The payment was not begun, nothing was sent. ${advice}`,
	bug: (detail) =>
		`A fault of the program: ${detail}. The journal is whole; a payment under way goes on with the next start. Tell support.`,
	day: (word) => `Day ${word}: the form YYYY-MM-DD is needed.`,
	since: (word) => `Time ${word}: the form 2026-01-31T09:00, 2026-01-31 or 15m, 2h, 1d is needed.`,
	port: (word) => `Port ${word}: a number from 0 to 65535 is needed.`,
	resolveAs: (word) => `Decision ${word}: paid, not-paid, receipt or refund; with --note.`,
	nothingOpen: 'Nothing is open.',
	secretPrompt: (key) => `${key} (not shown while typed):`,
	secretOnLine: (key) =>
		`A secret on the command line is seen by everybody on this machine. Better: qrkassa settings set ${key} - (asks for it, or reads standard input).`,
	pinPrompt: 'PIN (not shown while typed):',
	pinWrong: 'The PIN does not fit. Nothing was done.',
	pinWait: (waitS) =>
		`The PIN was wrong several times in a row. Next try in ${waitS < 120 ? `${waitS} s` : `${Math.ceil(waitS / 60)} min`}.`,
	pinUncounted: (errno) =>
		`The PIN was not checked: the till’s folder takes no writes (${errno}). Nothing was done. Make room on the disk.`,
	noTillYet: 'There is no till here yet. Setup: qrkassa setup. A demo without setup: qrkassa demo.',
	following: 'The live log of the till. Leave: Ctrl-C.',
	done: 'Done.',
	noRegister:
		'This till has no register. Set it up: qrkassa settings set register.link tcp (or serial) and register.address.',
	registerNotFound:
		'No register found: check power, cable and address. Addresses may be named: qrkassa register find 192.168.1.50:7778',
	needsYes: 'Without a terminal --yes is needed. Nothing was done.',
	closeShift: 'Close the shift (Z report)? This cannot be undone. [yes/no]',
	cancelReceipt: 'Cancel the receipt that is open in the register? [yes/no]',
	namesDiffer: "The names differ. Write the till's into the register: qrkassa register names --write",
	traceRefused: (file, detail) =>
		`The register is not traced: ${file} could not be opened (${detail}). The till works as always.`,
	traceUnreadable: (file) => `The trace ${file} cannot be read: check the path and its permissions.`,
	traceLine: (file, line) =>
		`The trace ${file}, line ${line}: this is no line of a trace. qrkassa register trace --json writes one.`,
	traceEmpty: (file) => `The trace ${file} has no command in it.`,
	model: (word, known) => `There is no register model ${word}. There are: ${known.join(', ')}.`,
	fault: (word) => `Fault ${word} cannot be read. Example: --fault FF45:loseClose`,
	foreignTill: (file) =>
		`This folder holds the settings of a real till (${file}): the sandbox leaves them alone. Take another folder.`,
	portTaken: 'The port is taken or not allowed: take another.',
	displayNeedsTerminal: "The customer's screen needs a terminal: run qrkassa display on a second one.",
	noJournal: 'There is no journal in this folder yet.',
	journalUnreadable: "The journal cannot be read: check the till's folder and the disk (qrkassa doctor).",
	terminalNeeded: 'The console needs a terminal. Without one: qrkassa pay (help: qrkassa help pay).',
};
