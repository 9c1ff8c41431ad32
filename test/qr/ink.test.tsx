// The rows as Ink writes them: it takes every string apart and puts it together anew, and must not lose a module.
import {Box, Text} from 'ink';
import {cleanup, render} from 'ink-testing-library';
import {afterEach, expect, test} from 'vitest';
import {placeQr, type QrColours, qrRows} from '../../source/qr/index.ts';
import {decodeQrFromTerminal} from '../support/terminal-qr.ts';
import {payloadNamed} from './payloads.ts';

afterEach(cleanup);

function Screen({rows}: {readonly rows: readonly string[]}) {
	return (
		<Box width={80} height={24} flexDirection="column">
			<Box flexGrow={1}>
				<Box flexDirection="column" flexShrink={0}>
					<Text wrap="truncate">{rows.join('\n')}</Text>
				</Box>
				<Box flexDirection="column" paddingLeft={1} borderStyle="round">
					<Text bold color="green">
						Сумма 1 250,00 ₽
					</Text>
					<Text inverse>Осталось 2:51</Text>
				</Box>
			</Box>
			<Text dimColor>Esc отмена · F3 весь экран · F4 на чек</Text>
		</Box>
	);
}

test.each(['256', '16', '8'] as const)(
	'given a whole Ink screen of 80×24 in %s colours, the QR beside the text is read off it',
	async (colours: QrColours) => {
		for (const name of ['sbp-dynamic', 'sbp-static-no-sum', 'wechat-native']) {
			const text = payloadNamed(name);
			const rendering = {type: 'cells', kind: 'half-blocks', colours} as const;
			const place = placeQr({columns: 80, rows: 24, text, rendering});
			if (place.at !== 'beside') throw new Error(`Placed ${place.at}`);
			const app = render(<Screen rows={qrRows(place.fit, colours)} />);
			const frame = app.lastFrame() ?? '';
			expect(frame).toContain('Осталось 2:51');
			// A terminal line makes CR LF of Ink's line feeds.
			const bytes = frame.replaceAll('\n', '\r\n');
			expect(await decodeQrFromTerminal(bytes, {columns: 80, rows: 24})).toBe(text);
		}
	},
);
