// What a map must have for the operations that it names: checked after its members, so that all is told at once.
import type {AnswerField, Operation, RequestField, WcfMap} from './map.ts';
import type {MapReader} from './map-reader.ts';

/** Operations without which no payment can be taken. */
const neededOperations: readonly Operation[] = ['CreateOrder', 'GetStatus', 'CancelOrder'];

const neededInRequests: Readonly<Record<Operation, readonly RequestField[]>> = {
	Ping: [],
	CreateOrder: ['orderId', 'system', 'amount'],
	GetStatus: ['orderId'],
	CancelOrder: ['orderId'],
	RefundOrder: ['orderId', 'refundId', 'amount'],
	GetRefund: ['refundId'],
	ListOrders: ['from', 'to'],
};

const neededInAnswers: Readonly<Record<Operation, readonly AnswerField[]>> = {
	Ping: ['time', 'systems'],
	CreateOrder: ['orderId', 'gatewayOrderId', 'qr', 'state', 'expiresAt'],
	GetStatus: ['orderId', 'gatewayOrderId', 'state'],
	CancelOrder: [],
	RefundOrder: ['refundState'],
	GetRefund: ['refundState'],
	ListOrders: ['orders'],
};

export function checkNeeds(reader: MapReader, map: WcfMap): void {
	const requests = new Set(map.request.map(({field}) => field));
	const missing = new Set<string>();
	for (const operation of neededOperations) {
		if (map.operations[operation] === null) missing.add(`operations.${operation}`);
	}
	for (const operation of Object.keys(neededInAnswers) as Operation[]) {
		if (map.operations[operation] === null) continue;
		for (const field of neededInRequests[operation])
			if (!requests.has(field)) missing.add(`request.${field}`);
		for (const field of neededInAnswers[operation]) {
			if (map.answer[field] === null) missing.add(`answer.${field}`);
		}
	}
	if (map.success.by === 'field' && map.answer.resultCode === null) missing.add('answer.resultCode');
	if (map.sign.header === null && !requests.has('sign')) missing.add('request.sign');
	for (const path of missing) reader.problem(path, 'MISSING', {type: 'text'});

	if (map.success.by === 'field' && map.success.accepted.length === 0) {
		reader.problem('success.accepted', 'MISSING', {type: 'list'});
	}
	if (Object.values(map.systems).every((name) => name === null)) {
		reader.problem('systems', 'MISSING', {type: 'words', words: Object.keys(map.systems)});
	}
	const told = Object.values(map.states);
	for (const status of ['waiting', 'paid'] as const) {
		if (!told.includes(status)) reader.problem('states', 'MISSING', {type: 'words', words: [status]});
	}
	checkParts(reader, map, requests);
}

function checkParts(reader: MapReader, map: WcfMap, requests: ReadonlySet<string>): void {
	if (map.sign.parts?.length === 0) reader.problem('sign.parts', 'MISSING', {type: 'list'});
	// The body can't be signed in itself.
	const known = [
		...requests,
		...Object.keys(map.constants.fields),
		...(map.sign.header ? ['body'] : []),
	].filter((name) => name !== 'sign');
	for (const part of map.sign.parts ?? []) {
		if (!known.includes(part)) reader.problem('sign.parts', 'WORD', {type: 'words', words: known}, part);
	}
}
