// Loads the admin's map of a WCF service: the whole map, or everything that is wrong with it.
import {type MapProblem, type OrderStatus, orderStatuses, paymentSystems} from '../../../core/index.ts';
import {memberOf, parseJson} from '../../answer/json.ts';
import {answerFields, operations, type RefundStatus, type WcfMap} from './map.ts';
import {checkNeeds} from './map-needs.ts';
import {type MapReader, mapReader, nameForm} from './map-reader.ts';
import {constants, headerName, names, requestOrder, states, wholeNumber} from './map-sections.ts';

export type LoadedMap =
	| {readonly ok: true; readonly map: WcfMap}
	| {readonly ok: false; readonly problems: readonly MapProblem[]};

const sections = [
	'about',
	'operations',
	'wrap',
	'request',
	'answer',
	'systems',
	'states',
	'refundStates',
	'amount',
	'lifeTime',
	'time',
	'dates',
	'success',
	'codes',
	'habits',
	'sign',
	'constants',
];

/** Reads the text of a map; `fileName` is named in the problems. All problems are told at once. */
export function loadWcfMap(text: string, fileName: string): LoadedMap {
	const withoutMark = text.replace(/^\ufeff/, '');
	const root = parseJson(withoutMark);
	if (root === undefined) return {ok: false, problems: [syntaxProblem(withoutMark, fileName)]};
	const reader = mapReader(root, withoutMark, fileName);
	reader.object('');
	reader.refuseUnknown('', sections);
	const map = readMap(reader);
	checkNeeds(reader, map);
	const problems = reader.problems.toSorted((one, other) => one.line - other.line);
	return problems.length === 0 ? {ok: true, map} : {ok: false, problems};
}

function readMap(reader: MapReader): WcfMap {
	const header = reader.text('sign.header', headerName, false);
	return {
		operations: names(reader, 'operations', operations, /^[A-Za-z0-9_.-]{1,64}$/),
		wrap: {
			request: reader.text('wrap.request', nameForm, false),
			answer: reader.text('wrap.answer', nameForm, false),
		},
		request: requestOrder(reader),
		answer: names(reader, 'answer', answerFields, nameForm),
		systems: names(reader, 'systems', paymentSystems, nameForm),
		states: states<OrderStatus>(reader, 'states', orderStatuses, false),
		refundStates: states<RefundStatus>(reader, 'refundStates', ['done', 'pending', 'declined'], true),
		amount: {
			unit: reader.word('amount.unit', ['rubles', 'kopecks']),
			as: reader.word('amount.as', ['number', 'string']),
		},
		lifeTime: {minimumS: wholeNumber(reader, 'lifeTime.minimumS')},
		time: reader.word('time', ['seconds', 'milliseconds', 'iso', 'wcf'], 'seconds'),
		dates: reader.word('dates', ['wcf', 'iso'], 'wcf'),
		success:
			reader.word('success.by', ['field', 'http']) === 'http'
				? {by: 'http'}
				: {by: 'field', accepted: reader.texts('success.accepted')},
		codes: {technical: reader.texts('codes.technical'), notFound: reader.texts('codes.notFound')},
		habits: {
			unknownOrder: reader.word('habits.unknownOrder', ['error', 'waiting'], 'error'),
			cancelAnswer: reader.word('habits.cancelAnswer', ['status', 'none'], 'status'),
		},
		sign: {
			algorithm:
				reader.word('sign.algorithm', ['HMAC-SHA256', 'HMAC-SHA512']) === 'HMAC-SHA512' ? 'sha512' : 'sha256',
			parts: (memberOf(reader.object('sign'), 'parts') ?? null) === null ? null : reader.texts('sign.parts'),
			joiner: reader.text('sign.joiner', /^[^\p{C}]{0,8}$/u, false) ?? '',
			header,
		},
		constants: {
			fields: constants(reader, 'constants.fields', nameForm, /^[^\p{C}]{0,256}$/u),
			headers: constants(reader, 'constants.headers', headerName, /^[\x20-\x7e]{0,256}$/),
		},
	};
}

/** Node says the line in its message; where it doesn't, the text ended too early. */
function syntaxProblem(text: string, file: string): MapProblem {
	let line = text.split('\n').length;
	try {
		JSON.parse(text);
	} catch (error) {
		const found = error instanceof Error && /line (\d+)/.exec(error.message)?.[1];
		if (found) line = Number(found);
	}
	return {file, line, path: '', code: 'SYNTAX', expected: {type: 'json'}, seen: ''};
}
