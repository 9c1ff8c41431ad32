// The screen beside a real journal: a writer writes, the bell rings, the customer sees it.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, test} from 'vitest';
import {runDisplay} from '../../source/display/index.ts';
import {systemClock} from '../../source/engine/index.ts';
import {followJournal, openJournal} from '../../source/journal/index.ts';
import {fakeTerminal} from './fake-terminal.ts';
import {started} from './started.ts';
import {link} from './till.ts';

let folder = '';
afterEach(() => rm(folder, {recursive: true, force: true}));

test('given a payment in the journal, the screen shows begin, code, confirmation and thanks as they are written', async () => {
	folder = await mkdtemp(join(tmpdir(), 'qrkassa-display-'));
	const opened = openJournal({folder});
	if (!opened.ok) throw new Error(opened.text);
	const {journal} = opened;
	const terminal = fakeTerminal();
	const ended = runDisplay({
		language: 'ru',
		rendering: {type: 'cells', kind: 'half-blocks', colours: '256'},
		glyphs: 'unicode',
		hasColours: true,
		name: 'Касса 1',
		qrOn: ['display'],
		sound: false,
		stdin: terminal.stdin,
		stdout: terminal.stdout,
		clock: systemClock,
		term: 'xterm',
		follow: (listeners) => followJournal(folder, listeners),
	});
	const now = (): string => systemClock.now().toISOString();
	await terminal.waitFor('Касса 1');
	journal.append('A-1', [started(systemClock, 'A-1', 2)], now());
	await terminal.waitFor('Готовим код');
	journal.append('A-1', [{type: 'order.created', gatewayOrderId: 'G-1', qr: link, expiresAt: now()}], now());
	await terminal.waitFor('Осталось');
	journal.beat({orderId: 'A-1', n: 1, status: 'processing', errorsInRow: 0, at: now()});
	await terminal.waitFor('Подтверждаем оплату');
	journal.append('A-1', [{type: 'payment.paid', paidAt: null, amountKopecks: 125_000}], now());
	await terminal.waitFor('Оплачено, спасибо!');
	terminal.stdin.write('q');
	await ended;
	journal.close();
});
