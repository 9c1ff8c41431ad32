// `npm run setup:pictures`: walks through the wizard for real and draws a picture of each step for docs/setup.md, in which it
// also writes what the way costs: keys, and bytes over a slow line.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {runWalk, type Walked} from '../test/setup/support/run-walk.ts';
import {openSite} from '../test/setup/support/site.ts';
import {terminalToSvg} from '../test/support/terminal-svg.ts';

const program = 'bin/qrkassa.js';
const pictures: Readonly<Record<string, string>> = {
	start: 'start',
	'letter-recognised': 'letter',
	'certificate-found': 'certificate',
	connection: 'connection',
	types: 'types',
	'register-address': 'register',
	'register-names': 'names',
	'screen-qr': 'screen',
	'trial-paid': 'trial',
	'trial-real': 'real',
	finished: 'finished',
};

mkdirSync('docs/pictures', {recursive: true});
const walked = await walkOnce((name, svg) => {
	const picture = pictures[name];
	if (picture !== undefined) writeFileSync(`docs/pictures/setup-${picture}.svg`, svg);
});
const text = readFileSync('docs/setup.md', 'utf8');
writeFileSync(
	'docs/setup.md',
	text.replace(/(<!-- cost -->\n)[\s\S]*?(<!-- \/cost -->)/, `$1${costOf(walked)}$2`),
);
console.log(`${walked.presses} keys, ${walked.bytes} bytes`);

async function walkOnce(onPicture: (name: string, svg: string) => void): Promise<Walked> {
	const site = await openSite();
	try {
		return await runWalk({
			program,
			site,
			language: 'ru',
			onScreen: (name, live) => {
				// A folder of this run is nobody's business.
				const svg = terminalToSvg(live.screen, {title: 'qrkassa setup'}).replaceAll(site.home, '/home/admin');
				onPicture(name, svg);
			},
		});
	} finally {
		await site.close();
	}
}

/** Seconds on a line of 9600 baud: ten bits a byte. */
function secondsOf(bytes: number): string {
	return (bytes / 960).toFixed(1).replace('.', ',');
}

function costOf({steps, presses, bytes}: Walked): string {
	const rows = steps.map(
		({name, presses: keys, bytes: size}) => `| ${name} | ${keys} | ${size} | ${secondsOf(size)} |`,
	);
	return [
		`Нажатий от первого экрана до первой оплаты: **${presses}** (письмо вставлено целиком, пароль сертификата и адрес ККТ набраны руками).`,
		`Байт на экран: ${bytes}.`,
		'',
		'| экран | нажатий на нём | байт до него | секунд при 9600 бод |',
		'|---|---|---|---|',
		...rows,
		'',
	].join('\n');
}
