// Step 1 on the screen: seven lines, secrets as dots.
import {Box} from 'ink';
import stringWidth from 'string-width';
import {letterFields, secretFields} from '../letter/fields.ts';
import {useWizard} from '../parts/context.ts';
import {Field} from '../parts/field.tsx';
import {Said} from '../parts/said.tsx';
import {fieldOfKey} from '../steps/letter.ts';

export function LetterScreen() {
	const {words, state} = useWizard();
	const {values, cursor, kept, problems} = state.letter;
	const {fields, hints, intro} = words.letter;
	const labelColumns = Math.max(...letterFields.map((field) => stringWidth(fields[field])));
	return (
		<>
			<Said text={intro} isBold />
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				{letterFields.map((field) => (
					<Field
						key={field}
						label={fields[field]}
						labelColumns={labelColumns}
						value={values[field]}
						isHere={field === cursor}
						isSecret={secretFields.has(field)}
						instead={kept.has(field) ? words.letter.kept : ''}
						isWrong={problems.some(({key}) => fieldOfKey(key) === field)}
					/>
				))}
			</Box>
			<Box marginTop={1} flexShrink={0}>
				<Said text={hints[cursor]} />
			</Box>
		</>
	);
}
