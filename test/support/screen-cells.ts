// The cells of a screen as a painter wants them: text, two colours, and the looks that matter.
import type {Screen} from './terminal.ts';
import {paletteRgb, type Rgb, type Theme} from './theme.ts';

export type ScreenCell = {
	/** A blank cell holds a space; the right half of a wide character holds nothing. */
	readonly text: string;
	/** Columns: 1, 2 for a wide character, 0 for the right half of one. */
	readonly width: number;
	/** Colours as seen: inverse is already done. */
	readonly ink: Rgb;
	readonly ground: Rgb;
	readonly isBold: boolean;
	readonly isDim: boolean;
	readonly isItalic: boolean;
	readonly isUnderlined: boolean;
	readonly isStruck: boolean;
};

type XtermCell = NonNullable<ReturnType<Screen['buffer']['active']['getNullCell']>>;

/** All cells of what is on the screen now, row by row. */
export function cellsOfScreen(screen: Screen, theme: Theme): readonly (readonly ScreenCell[])[] {
	const buffer = screen.buffer.active;
	return Array.from({length: screen.rows}, (_row, row) => {
		const line = buffer.getLine(buffer.viewportY + row);
		return Array.from({length: screen.cols}, (_column, column) => {
			const cell = line?.getCell(column);
			if (cell === undefined) throw new RangeError(`No cell ${column}, ${row} on the screen`);
			return seenCell(cell, theme);
		});
	});
}

function seenCell(cell: XtermCell, theme: Theme): ScreenCell {
	const front = inkOf(cell, theme);
	const back = groundOf(cell, theme);
	const isInverse = cell.isInverse() !== 0;
	const isHidden = cell.isInvisible() !== 0;
	const width = cell.getWidth();
	return {
		text: isHidden ? ' ' : cell.getChars() || (width === 0 ? '' : ' '),
		width,
		ink: isInverse ? back : front,
		ground: isInverse ? front : back,
		isBold: cell.isBold() !== 0,
		isDim: cell.isDim() !== 0,
		isItalic: cell.isItalic() !== 0,
		isUnderlined: cell.isUnderline() !== 0,
		isStruck: cell.isStrikethrough() !== 0,
	};
}

function inkOf(cell: XtermCell, theme: Theme): Rgb {
	if (cell.isFgDefault()) return theme.foreground;
	return cell.isFgRGB() ? cell.getFgColor() : paletteRgb(cell.getFgColor(), theme);
}

function groundOf(cell: XtermCell, theme: Theme): Rgb {
	if (cell.isBgDefault()) return theme.background;
	return cell.isBgRGB() ? cell.getBgColor() : paletteRgb(cell.getBgColor(), theme);
}
