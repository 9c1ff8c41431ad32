// While it can be paid: the code as large as it goes, and the sum beside it in the shop's words.
import {Box, Text} from 'ink';
import {type ReactNode, useMemo} from 'react';
import {describeSum, paymentWording} from '../../core/index.ts';
import type {Scene} from '../follow/scene.ts';
import {paneColumns, placeLargest} from './largest-qr.ts';
import type {Look, ScreenSize} from './look.ts';
import {QrPicture} from './qr-picture.tsx';
import {Sum} from './sum.tsx';
import {customerWording} from './wording.ts';

export type PayScreenProps = ScreenSize & {
	readonly look: Look;
	readonly scene: Extract<Scene, {type: 'pay'}>;
	/** False: this till shows the code elsewhere. */
	readonly showsQr: boolean;
};

/** The code keeps its place for the life of the payment: a phone is aimed at it. */
export function PayScreen({columns, rows, look, scene, showsQr}: PayScreenProps) {
	const {rendering, language} = look;
	const place = useMemo(
		() => (showsQr ? placeLargest({columns, rows}, scene.qr, rendering) : null),
		[columns, rows, scene.qr, rendering, showsQr],
	);
	const words = customerWording(language);
	const time = minutes(scene.remainingS);
	if (place === null || place.at === 'nowhere' || rendering.type === 'none') {
		return (
			<Whole columns={columns} rows={rows}>
				<Pane columns={Math.min(columns, 60)} look={look} scene={scene}>
					{scene.isOnPaper ? words.codeOnPaper : words.codeAtCashier}
				</Pane>
			</Whole>
		);
	}
	const picture = <QrPicture fit={place.fit} colours={rendering.colours} />;
	if (place.at === 'beside' || (place.at === 'fullscreen-only' && place.words === 'beside')) {
		const width = Math.min(paneColumns, columns - place.fit.columns - 1);
		return (
			<Whole columns={columns} rows={rows} isRow>
				{picture}
				<Box marginLeft={1}>
					<Pane columns={width} rows={place.fit.rows} look={look} scene={scene}>
						{words.invitation[scene.system]}
					</Pane>
				</Box>
			</Whole>
		);
	}
	const facts = [
		describeSum(scene.amountKopecks, language),
		paymentWording(language).systems[scene.system],
		words.timeLeft(time),
	];
	return (
		<Whole columns={columns} rows={rows}>
			{place.at === 'below' && (
				<Box flexShrink={0} maxHeight={rows - place.fit.rows - 1} overflow="hidden">
					<Text>{words.invitation[scene.system]}</Text>
				</Box>
			)}
			{picture}
			<Text bold wrap="truncate">
				{facts.join('   ')}
			</Text>
		</Whole>
	);
}

type WholeProps = ScreenSize & {readonly isRow?: boolean; readonly children: ReactNode};

function Whole({columns, rows, isRow = false, children}: WholeProps) {
	return (
		<Box
			width={columns}
			height={rows}
			flexDirection={isRow ? 'row' : 'column'}
			alignItems="center"
			justifyContent="center"
			overflow="hidden"
		>
			{children}
		</Box>
	);
}

type PaneProps = {
	readonly columns: number;
	/** Beside the code: its rows. Without: the words stand in the middle of the screen. */
	readonly rows?: number;
	readonly look: Look;
	readonly scene: Extract<Scene, {type: 'pay'}>;
	/** What to do. */
	readonly children: string;
};

// Beside the code the time stands in its last row, the quiet zone: a row full of modules costs each tick four times the
// bytes, since Ink repeats the colours before what has changed.
function Pane({columns, rows, look, scene, children}: PaneProps) {
	const {language} = look;
	const time = <Text bold>{customerWording(language).timeLeft(minutes(scene.remainingS))}</Text>;
	const isBeside = rows !== undefined;
	return (
		<Box width={columns} {...(isBeside && {height: rows})} flexDirection="column">
			<Box
				flexDirection="column"
				flexGrow={1}
				justifyContent="center"
				alignItems={isBeside ? 'flex-start' : 'center'}
			>
				<Text wrap="truncate">{paymentWording(language).systems[scene.system]}</Text>
				<Sum amountKopecks={scene.amountKopecks} columns={columns} look={look} />
				<Box marginY={1}>
					<Text>{children}</Text>
				</Box>
				{!isBeside && time}
			</Box>
			{isBeside && time}
		</Box>
	);
}

/** `2:51` */
const minutes = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
