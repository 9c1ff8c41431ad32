// По-русски: что не так в карте диалекта и как поправить.
import type {MapExpectation, MapProblem} from '../gateway.ts';

/** Что не так и что должно стоять на этом месте. */
export function mapProblemRu({
	file,
	line,
	path,
	code,
	expected,
	seen,
}: MapProblem): readonly [string, string] {
	const place = `${file}, строка ${line}`;
	const shown = seen === '' ? '' : ` (стоит «${seen}»)`;
	switch (code) {
		case 'SYNTAX':
			return [`${place}: это не JSON.`, 'Проверьте запятые, кавычки и скобки в этой строке и перед ней.'];
		case 'MISSING':
			return [`${place}: нет нужного ${path}.`, `Допишите: ${what(expected)}.`];
		case 'TYPE':
			return [`${place}: ${path} не того вида${shown}.`, `Нужно: ${what(expected)}.`];
		case 'WORD':
			return [`${place}: ${path} — неизвестное слово${shown}.`, `Можно: ${what(expected)}.`];
		case 'UNKNOWN':
			return [`${place}: неизвестное имя ${path}.`, `Можно: ${what(expected)}.`];
		case 'REPEATED':
			return [`${place}: ${path} указано дважды.`, 'Оставьте одно.'];
	}
}

function what(expected: MapExpectation): string {
	switch (expected.type) {
		case 'words':
			return expected.words.join(', ');
		case 'json':
			return 'JSON';
		case 'once':
			return 'один раз';
		case 'object':
			return 'объект в фигурных скобках';
		case 'list':
			return 'список в квадратных скобках, не пустой';
		case 'text':
			return 'текст в кавычках';
		case 'textOrNull':
			return 'текст в кавычках или null';
		case 'number':
			return 'целое число';
	}
}
