// The register for the wizard: found, set, tried on paper. Its line is opened for each deed and let go again.
import type {Language} from '../core/index.ts';
import {createRegister, findRegister, type Register} from '../register/index.ts';
import type {
	FoundRegisterPlace,
	NamesEnd,
	RegisterEnd,
	RegisterPlace,
	SaveEnd,
	SetupPorts,
} from '../setup/index.ts';
import type {SetupStore} from './setup-store.ts';

type RegisterPorts = Pick<
	SetupPorts,
	'findRegisters' | 'saveRegister' | 'testPrint' | 'readNames' | 'writeNames'
>;

/** A device of a serial line, not a network address. */
const isDevice = (address: string): boolean => /^(?:\/|com\d|\\\\)/i.test(address);

export function registerPorts(store: SetupStore, language: Language): RegisterPorts {
	/** A search that goes on in the background has the serial ports: nobody else may open them meanwhile. */
	let search: Promise<unknown> = Promise.resolve();

	const withRegister = async <Answer>(work: (register: Register) => Promise<Answer>): Promise<Answer> => {
		const {link, address, baudRate, password, taxSystem} = store.read().tillFile.register;
		if (link === 'none' || address === null) throw new Error('a register is asked that is not set');
		if (link === 'serial') await search;
		const register = createRegister({
			link,
			address,
			baudRate,
			password,
			taxSystem,
			slots: slotsOf(store),
			lang: language,
		});
		try {
			return await work(register);
		} finally {
			await register.close();
		}
	};

	return {
		async findRegisters(address, onTried) {
			const places = address === null ? {} : placesOf(address);
			if (address !== null && isDevice(address)) await search;
			const running = findRegister({
				...places,
				onTried: ({address: tried, baudRate}) => onTried(baudRate === null ? tried : `${tried} ${baudRate}`),
			});
			if (address === null) search = running.catch(() => undefined);
			const found = await running;
			return found.map(
				({link, address: place, baudRate, device}): FoundRegisterPlace =>
					link === 'tcp'
						? {link, address: place, model: device.name}
						: {link, address: place, baudRate: baudRate ?? 115_200, model: device.name},
			);
		},
		saveRegister: (place) => saveRegister(store, place),
		testPrint: () => withRegister(async (register) => registerEnd(await register.testPrint())),
		readNames: () => withRegister(async (register) => namesEnd(await register.readNames())),
		writeNames: () => withRegister(async (register) => namesEnd(await register.writeNames())),
	};
}

const placesOf = (address: string) =>
	isDevice(address) ? {hosts: [], ports: [address]} : {hosts: [address], ports: []};

/** The names of the linked payment types, by their slots. */
function slotsOf(store: SetupStore): readonly {readonly slot: number; readonly name: string}[] {
	const {links, tillFile} = store.read();
	const codes = new Set(links.values());
	return tillFile.paymentTypes
		.filter(({code}) => codes.has(code))
		.map(({registerSlot, name}) => ({slot: registerSlot, name}));
}

function saveRegister(store: SetupStore, place: RegisterPlace): Promise<SaveEnd> {
	const link = {key: 'register.link', value: place.link};
	if (place.link === 'none') {
		const qrOn = store.read().tillFile.customer.qrOn.filter((one) => one !== 'paper');
		return store.write([
			link,
			{key: 'customer.qrOn', value: JSON.stringify(qrOn.length > 0 ? qrOn : ['screen'])},
		]);
	}
	return store.write([
		link,
		{key: 'register.address', value: place.address},
		...(place.link === 'serial' ? [{key: 'register.baudRate', value: String(place.baudRate)}] : []),
	]);
}

const registerEnd = (end: Awaited<ReturnType<Register['testPrint']>>): RegisterEnd =>
	end.type === 'done' ? {ok: true} : {ok: false, fault: end.fault};

const namesEnd = (end: Awaited<ReturnType<Register['readNames']>>): NamesEnd =>
	end.type === 'ok' ? {ok: true, names: end.answer} : {ok: false, fault: end.fault};
