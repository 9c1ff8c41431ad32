// One line that can be typed into: label, value, a cursor where it is its turn. Secrets are dots and a length.
import {Text} from 'ink';
import stringWidth from 'string-width';
import {cutToWidth, padToWidth} from '../../console/index.ts';
import {useWizard} from './context.ts';

type FieldProps = {
	readonly label: string;
	readonly labelColumns: number;
	readonly value: string;
	readonly isHere: boolean;
	readonly isSecret?: boolean;
	/** Shown quietly where nothing is typed. */
	readonly instead?: string;
	readonly isWrong?: boolean;
};

/** One row. */
export function Field(props: FieldProps) {
	const {label, labelColumns, value, isHere, isSecret = false, instead = '', isWrong = false} = props;
	const {looks, words, columns} = useWizard();
	const {pointer, bad} = looks.signs;
	const mark = isWrong ? bad : isHere ? pointer : ' ';
	const room = columns - labelColumns - 5;
	const dot = looks.signs.hasBlocks ? '•' : '*';
	const text = isSecret && value !== '' ? dots(dot, value, words.letter.hidden) : value;
	return (
		<Text wrap="truncate" {...(isWrong ? looks.colour('bad') : {})}>
			<Text bold={isHere}>{`${mark} ${padToWidth(cutToWidth(label, labelColumns), labelColumns)}  `}</Text>
			{text === '' && !isHere ? instead : tailToWidth(text, room)}
			{isHere && <Text inverse> </Text>}
			{isHere && text === '' && instead !== '' ? ` ${cutToWidth(instead, room - 2)}` : ''}
		</Text>
	);
}

const dots = (dot: string, value: string, hidden: (length: number) => string): string =>
	`${dot.repeat(8)} ${hidden([...value].length)}`;

/** What is typed last is what a person looks at: a long text loses its beginning. */
export function tailToWidth(text: string, columns: number): string {
	if (stringWidth(text) <= columns) return text;
	const characters = [...text];
	while (characters.length > 0 && stringWidth(characters.join('')) > columns - 1) characters.shift();
	return `…${characters.join('')}`;
}
