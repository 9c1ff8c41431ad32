import type {HelpWording} from '../help.ts';

export const helpEn: HelpWording = {
	title: 'qrkassa: a till for payments by QR code',
	usageWord: 'Usage',
	optionsWord: 'Options',
	examplesWord: 'Examples',
	commandsWord: 'Commands',
	exitCodesWord: 'Exit codes',
	exitCodes: [
		[0, 'paid, receipt closed (or the till has no register)'],
		[1, 'a fault of the program itself; the journal is whole'],
		[2, 'wrong arguments, nothing was sent'],
		[3, 'settings or certificate wrong, nothing was sent'],
		[4, 'declined; the receipt stays open'],
		[5, 'time over, the gateway confirms that nothing was paid; the receipt stays open'],
		[6, 'cancelled, confirmed by the gateway; the receipt stays open'],
		[7, 'the end is not known: qrkassa resolve settles it; the receipt stays open'],
		[8, 'paid, but the receipt is not closed: qrkassa resolve closes it'],
		[9, "the gateway's word contradicts the order: a person decides; the receipt stays open"],
		[10, 'the gateway refused to make the order; the receipt stays open'],
		[11, 'another process holds this till'],
	],
	console: {
		summary: 'Cashier: the console of the till. With no till there yet it offers setup and the demo.',
		usage: ['[options]'],
		options: [],
		examples: [['qrkassa --till /var/lib/till1', 'the console of the till in this folder']],
	},
	everywhere: [
		['--till DIR', "the till's folder (else $QRKASSA_TILL, $XDG_DATA_HOME/qrkassa, ~/.local/share/qrkassa)"],
		['--lang ru|en', "the language (else the till's)"],
		['--no-color', 'no colours (NO_COLOR does the same)'],
		['--help', 'help on the command'],
		['--version', 'the version'],
	],
	pages: {
		demo: {
			summary: 'A till in a temporary folder with gateway and register inside. Leaves nothing behind.',
			usage: ['demo [--fault SPEC]'],
			options: [['--fault', 'a fault of the register, e.g. FF45:loseClose or paperOutInside']],
			examples: [
				['qrkassa demo', 'the console on the sandbox'],
				['qrkassa demo | cat', 'one payment of 1250.00, told line by line'],
			],
		},
		pay: {
			summary: 'Other software: one payment without a console.',
			usage: [
				'pay --method sbp|webmoney|wechat|alipay --amount 1250.00 [--order ID] [--receipt FILE] [--no-print] [--description TEXT] [--timeout S] [--json]',
			],
			options: [
				['--method', 'a system, or a Cashier payment type code'],
				['--amount', 'rubles, dot or comma, at most two decimals'],
				['--order', 'order id; the same id never pays twice'],
				['--receipt', "a JSON file with the receipt's lines"],
				['--no-print', 'no QR slip on the tape; the receipt is closed all the same'],
				['--description', 'a description for the gateway'],
				['--timeout', 'seconds for the whole operation, 10 to 3600'],
				['--json', 'JSON lines on standard output'],
			],
			examples: [
				['qrkassa pay --method sbp --amount 1250.00 --order A-1 --json', 'a payment for a program'],
				['qrkassa pay --method 7 --amount 99.90 --receipt receipt.json', 'by payment type code, with lines'],
			],
		},
		setup: {
			summary: "Admin: the setup wizard, or takes over the module's folder.",
			usage: ['setup', 'setup --from DIR', 'setup --answers FILE.json', 'setup undo'],
			options: [
				['--from', 'a folder with WebMoneySettings.txt, WebMoneyPaymentTypes.txt and the certificate'],
				['--answers', "the wizard's answers in a file, no keyboard"],
				['--json', 'what was done, as JSON lines'],
			],
			examples: [
				['qrkassa setup', 'the wizard: letter, certificate, connection, payment types, register, trial'],
				['qrkassa setup --from /opt/kassir/Modules/WebMoney', "take the module's settings as they are"],
				[
					'qrkassa setup --answers till1.json --json',
					'set up without a keyboard, a line of JSON for each step',
				],
				['qrkassa setup undo', 'bring the former settings back'],
			],
		},
		settings: {
			summary: 'Admin: show, check, change settings. Secrets are always masked.',
			usage: ['settings show', 'settings get KEY', 'settings set KEY VALUE', 'settings check'],
			options: [['--json', 'JSON instead of words']],
			examples: [
				['qrkassa settings check', 'file, line and mend'],
				['qrkassa settings set ResponseTimeoutS 240', 'the time of the whole operation'],
				['qrkassa settings set AgentKey -', 'a secret: asked for, not seen on the command line'],
				['qrkassa settings set register.address 192.168.137.111:7778', "the register's address"],
			],
		},
		doctor: {
			summary: 'Support: tests each link of the chain alone and names the broken one.',
			usage: ['doctor [--json] [--fix]'],
			options: [
				['--json', 'JSON instead of words'],
				['--fix', 'mend what can be mended from here'],
			],
			examples: [['qrkassa doctor', 'one page: what is broken, what to do']],
		},
		register: {
			summary: 'Admin: the fiscal register by itself.',
			usage: [
				'register status',
				'register open-shift',
				'register close-shift',
				'register x-report',
				'register test-print',
				'register print-qr TEXT',
				'register table N [ROW FIELD [VALUE]]',
				'register names [--write]',
				'register continue',
				'register cancel-receipt',
				'register find [HOST:PORT | DEVICE …]',
				'register trace',
				'register replay FILE',
			],
			options: [
				['--json', 'JSON instead of words'],
				['--yes', 'do not ask'],
				['--write', 'write the names of payment types into the register'],
				[
					'QRKASSA_REGISTER_TRACE=FILE',
					"in any command's environment: add what goes over the register's line to a file",
				],
			],
			examples: [
				['qrkassa register status', 'mode, shift, paper, storage'],
				['qrkassa register names', 'compare the names of payment types with table 5'],
			],
		},
		display: {
			summary: "Customer: the customer's screen on a second terminal, follows the till.",
			usage: ['display'],
			options: [],
			examples: [['qrkassa display --till /var/lib/till1', 'QR, sum and time for the customer']],
		},
		tail: {
			summary: 'Support: the live log of a till, read-only.',
			usage: ['tail [--follow] [--json] [--since T]'],
			options: [
				['--follow', 'go on as things happen'],
				['--json', 'JSON lines'],
				['--since', 'from when on: 2026-01-31T09:00, 2026-01-31, 15m, 2h, 1d'],
			],
			examples: [['qrkassa tail --follow --since 15m', 'the last 15 minutes and on']],
		},
		report: {
			summary: "Admin: the day's payments, reconciled against gateway and register.",
			usage: ['report [--day YYYY-MM-DD] [--json]'],
			options: [
				['--day', 'the day, else today'],
				['--json', 'JSON instead of words'],
			],
			examples: [['qrkassa report', "today's total"]],
		},
		resolve: {
			summary: 'Cashier, support: settles payments whose end is not known, closes paid receipts.',
			usage: ['resolve [ORDER] [--as paid|not-paid|receipt|refund --note TEXT] [--json]'],
			options: [
				['--as', "a person's decision, where gateway and register do not answer"],
				['--note', 'the note that goes with it'],
				['--json', 'JSON lines'],
			],
			examples: [
				['qrkassa resolve', 'settle all that gateway and register can settle'],
				['qrkassa resolve A-1 --as not-paid --note "the bank confirmed"', "a person's decision"],
			],
		},
		refund: {
			summary: 'Senior cashier: returns money, prints the refund receipt.',
			usage: ['refund ORDER [--amount A] [--json]'],
			options: [
				['--amount', 'a part of the sum, else all of it'],
				['--json', 'JSON lines'],
			],
			examples: [['qrkassa refund A-1', "return the order's whole sum"]],
		},
		journal: {
			summary: 'Support: exports the journal as JSON lines, checks its chain.',
			usage: ['journal export', 'journal verify [FILE]'],
			options: [],
			examples: [['qrkassa journal verify', 'whether the chain is whole']],
		},
		'support-bundle': {
			summary: "Support: journal, settings without secrets, versions, doctor's findings in one file.",
			usage: ['support-bundle FILE'],
			options: [],
			examples: [['qrkassa support-bundle /tmp/till1.json.gz', 'a file for support']],
		},
		sandbox: {
			summary: 'Developer: gateway and virtual register alone, until Ctrl-C.',
			usage: [
				'sandbox [--gateway-port N] [--register-port N] [--roll DIR] [--model NAME] [--fault NAME] [--till DIR]',
			],
			options: [
				['--gateway-port', "the gateway's port, else a free one"],
				['--register-port', "the register's port, else a free one"],
				['--roll', 'a folder for the tape as pictures'],
				['--model', "the register's model"],
				['--fault', 'a fault of the register from the start'],
			],
			examples: [['qrkassa sandbox --gateway-port 8443 --register-port 7778', 'both sides of the wire']],
		},
		completion: {
			summary: 'Completion for a shell.',
			usage: ['completion bash|zsh|fish'],
			options: [],
			examples: [['qrkassa completion bash > /etc/bash_completion.d/qrkassa', 'for bash']],
		},
		help: {
			summary: 'Help.',
			usage: ['help [COMMAND]'],
			options: [],
			examples: [['qrkassa help pay', 'help on pay']],
		},
	},
};
