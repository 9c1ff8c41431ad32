// Takes a picture of a program on a terminal, for the documentation:
//   node scripts/screenshot.ts [--columns N] [--rows N] [--title TEXT] [--step TEXT]… OUT.svg -- COMMAND [ARGS]
// A step is `wait:TEXT` (until the screen shows it) or `type:KEYS` (\r for Enter, \e for Esc); they run in order.
// Without a command the bytes come from standard input.
import {writeFileSync} from 'node:fs';
import {buffer} from 'node:stream/consumers';
import {parseArgs} from 'node:util';
import {openLiveTerminal} from '../test/support/live-terminal.ts';
import {renderToGrid} from '../test/support/terminal.ts';
import {terminalToSvg} from '../test/support/terminal-svg.ts';

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		columns: {type: 'string', default: '80'},
		rows: {type: 'string', default: '24'},
		title: {type: 'string', default: 'qrkassa'},
		step: {type: 'string', multiple: true, default: []},
	},
});
const [outFile, file, ...args] = positionals;
const size = {columns: Number(values.columns), rows: Number(values.rows)};

if (outFile === undefined) {
	console.error('Name the SVG file to write.');
	process.exitCode = 2;
} else writeFileSync(outFile, file === undefined ? await pictureOfInput() : await pictureOfProgram(file));

async function pictureOfInput(): Promise<string> {
	const bytes = await buffer(process.stdin);
	// A pipe brings bare line feeds; a terminal line would have made CR LF of them.
	const screen = await renderToGrid(bytes.toString('utf8').replaceAll(/\r?\n/g, '\r\n'), size);
	return terminalToSvg(screen, {title: values.title});
}

async function pictureOfProgram(program: string): Promise<string> {
	const live = openLiveTerminal({file: program, args, ...size});
	try {
		for (const step of values.step) {
			if (step.startsWith('wait:')) await live.waitFor(step.slice(5));
			else if (step.startsWith('type:')) live.type(keysOf(step.slice(5)));
			else throw new Error(`A step is wait:… or type:…, not ${step}`);
		}
		if (values.step.length === 0) await live.ended;
		return terminalToSvg(live.screen, {title: values.title});
	} finally {
		await live.close();
	}
}

function keysOf(text: string): string {
	return text.replaceAll('\\r', '\r').replaceAll('\\e', '\u001b');
}
