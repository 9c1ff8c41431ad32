// Step 4 on the screen: a table of four rows, its mistakes beside the cells that they are about.
import {Box, Text} from 'ink';
import {cutToWidth, padToWidth} from '../../console/index.ts';
import {paymentWording} from '../../core/index.ts';
import type {TypesColumn} from '../model/state.ts';
import {typesFaults} from '../model/types.ts';
import {useWizard} from '../parts/context.ts';
import {tailToWidth} from '../parts/field.tsx';
import {Said} from '../parts/said.tsx';

const widths = {system: 14, code: 10, name: 16, slot: 5} as const;

export function TypesScreen() {
	const {words, state, wizard} = useWizard();
	const {rows, isSuggested, isTried, offered} = state.types;
	const {systems} = paymentWording(wizard.language);
	const {types} = words;
	const faults = typesFaults(rows);
	const strange = rows.filter(({system}) => offered !== null && !offered.has(system));
	const whole = faults.find(({row}) => row === null);
	return (
		<>
			<Said text={types.intro} isBold />
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				<Text bold wrap="truncate">
					{`  ${padToWidth(types.system, widths.system)} ${padToWidth(types.code, widths.code)} ${padToWidth(types.name, widths.name)} ${types.slot}`}
				</Text>
				{rows.map((row, index) => (
					<TypeLine key={row.system} index={index} />
				))}
			</Box>
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				{strange.length > 0 && (
					<Said text={`${types.notOffered}: ${strange.map(({system}) => systems[system]).join(', ')}`} />
				)}
				{isSuggested && <Said text={types.suggested} tone="warn" isSigned />}
				{whole && isTried && <Said text={types.faults[whole.fault]} tone="bad" isSigned />}
				{faults.map(({row, column, fault}) =>
					row === null ? null : (
						<Said
							key={`${row}${column}`}
							text={`${systems[rows[row]?.system ?? 'sbp']}: ${types.faults[fault]}`}
							tone="bad"
							isSigned
						/>
					),
				)}
			</Box>
		</>
	);
}

function TypeLine({index}: {readonly index: number}) {
	const {state, wizard, looks} = useWizard();
	const {rows, row: cursorRow, column} = state.types;
	const row = rows[index];
	if (!row) return null;
	const faults = typesFaults(rows).filter((fault) => fault.row === index);
	const isHere = index === cursorRow;
	const cell = (name: TypesColumn) => {
		const isCursor = isHere && name === column;
		const isWrong = faults.some((fault) => fault.column === name);
		const text = tailToWidth(row[name], widths[name] - 1);
		return (
			<Text key={name} inverse={isCursor} {...(isWrong ? looks.colour('bad') : {})}>
				{padToWidth(isWrong && text === '' ? looks.signs.bad : text, widths[name])}
			</Text>
		);
	};
	const {systems} = paymentWording(wizard.language);
	return (
		<Text wrap="truncate">
			{`${faults.length > 0 ? looks.signs.bad : isHere ? looks.signs.pointer : ' '} `}
			{`${padToWidth(cutToWidth(systems[row.system], widths.system), widths.system)} `}
			{cell('code')} {cell('name')} {cell('slot')}
		</Text>
	);
}
