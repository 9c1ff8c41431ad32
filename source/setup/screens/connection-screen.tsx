// Step 3 on the screen: a row for each link with its time; below them the mend of the broken one.
import {Box, Text} from 'ink';
import {cutToWidth, padToWidth} from '../../console/index.ts';
import {
	cleanText,
	describeGatewayFault,
	type GatewayLink,
	gatewayEn,
	gatewayRu,
	paymentWording,
} from '../../core/index.ts';
import {useWizard} from '../parts/context.ts';
import {tailToWidth} from '../parts/field.tsx';
import {Said} from '../parts/said.tsx';
import type {ProbeRow} from '../ports.ts';

const links: readonly GatewayLink[] = [
	'dns',
	'tcp',
	'tls',
	'certificate',
	'service',
	'signature',
	'clock',
	'answer',
];

export function ConnectionScreen() {
	const {words, state, wizard} = useWizard();
	const {rows, brokenAt} = state.connection;
	const fault = rows?.find((row) => !row.ok);
	const wording = wizard.language === 'en' ? gatewayEn : gatewayRu;
	const described = fault && !fault.ok ? describeGatewayFault(fault.fault, wording) : null;
	return (
		<>
			<Said text={words.connection.intro} isBold />
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				{links.map((link) => (
					<LinkRow
						key={link}
						name={wording.links[link]}
						row={rows?.find((row) => row.link === link)}
						isBehindBroken={brokenAt !== null}
					/>
				))}
			</Box>
			{described && (
				<Box flexDirection="column" marginTop={1} flexShrink={0}>
					<Said text={described.happened} />
					<Said text={described.todo} />
				</Box>
			)}
			{fault?.link === 'tls' && <Roots />}
		</>
	);
}

type LinkRowProps = {
	readonly name: string;
	readonly row: ProbeRow | undefined;
	readonly isBehindBroken: boolean;
};

function LinkRow({name, row, isBehindBroken}: LinkRowProps) {
	const {words, looks, columns, wizard} = useWizard();
	const {good, bad} = looks.signs;
	const sign = row === undefined ? ' ' : row.ok ? good : bad;
	const time = row === undefined ? '' : `${row.ms} ${wizard.language === 'en' ? 'ms' : 'мс'}`;
	const seen = row === undefined ? (isBehindBroken ? words.connection.notTried : '') : seenIn(row);
	const tone = row === undefined ? 'plain' : row.ok ? 'good' : 'bad';
	const nameColumns = Math.min(30, Math.max(18, columns - 34));
	return (
		<Text wrap="truncate">
			<Text {...looks.colour(tone)}>{sign}</Text>
			{` ${padToWidth(cutToWidth(name, nameColumns), nameColumns)} ${time.padStart(8)}  ${seen}`}
		</Text>
	);

	function seenIn(one: ProbeRow): string {
		if (!one.ok) return '';
		if (one.link === 'clock') return words.connection.clocksApart(cleanText(one.seen, 12));
		if (one.link !== 'answer') return cleanText(one.seen, 40);
		const {systems} = paymentWording(wizard.language);
		return Object.entries(systems)
			.filter(([system]) => one.seen.split(/,\s*/).includes(system))
			.map(([, title]) => title)
			.join(', ');
	}
}

function Roots() {
	const {words, state, looks, columns} = useWizard();
	const {roots, cursor} = state.connection;
	if (roots.length === 0) return <Said text={words.connection.noRoots} />;
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Said text={words.connection.roots} isBold />
			{roots.slice(0, 3).map((root, index) => (
				<Text key={root} wrap="truncate" inverse={index === cursor}>
					{`${index === cursor ? looks.signs.pointer : ' '} ${tailToWidth(cleanText(root, 300), columns - 3)}`}
				</Text>
			))}
		</Box>
	);
}
