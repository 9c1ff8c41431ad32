// How an answer travels: as it is, late, replaced by something else, or not at all. Data; `respond.ts` carries it out.

/** What happens to an answer on its way. */
export type Delivery =
	| {readonly type: 'answer'; readonly delayMs: number}
	/** Something else in its place: an error page, nonsense, another program's words. */
	| {
			readonly type: 'instead';
			readonly httpStatus: number;
			readonly contentType: string;
			readonly body: string;
	  }
	/** The connection is closed before the first byte. */
	| {readonly type: 'cut'}
	/** Nothing at all until the other side gives up. */
	| {readonly type: 'silence'};

export const atOnce: Delivery = {type: 'answer', delayMs: 0};

/** An honest error of the server. */
export const serverError: Delivery = {
	type: 'instead',
	httpStatus: 500,
	contentType: 'application/json; charset=utf-8',
	body: JSON.stringify({error: {code: 'INTERNAL', message: 'Внутренняя ошибка шлюза'}}),
};

/** What a proxy in between says in the gateway's place, with a code that promises an answer. */
export const proxyPage: Delivery = {
	type: 'instead',
	httpStatus: 200,
	contentType: 'text/html',
	body: '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
};
