// The search: the register is found where it is, and silence elsewhere is told.
import {expect, test} from 'vitest';
import {findRegister, type SearchEvent} from '../../source/register/index.ts';
import {startVirtualRegister} from '../../source/sandbox/register/index.ts';
import {openPtyLine} from './support/pty-line.ts';

test('given a register on TCP, when hosts are searched, then it is found with its name, and the empty place is told', async () => {
	const device = await startVirtualRegister({model: 'light'});
	const tried: SearchEvent[] = [];
	const hosts = ['127.0.0.1:1', `127.0.0.1:${device.port}`];
	const found = await findRegister({hosts, ports: [], onTried: (event) => tried.push(event)});
	expect(found).toMatchObject([
		{link: 'tcp', address: hosts[1], baudRate: null, device: {name: 'ШТРИХ-ЛАЙТ-02Ф'}},
	]);
	expect(tried.map(({address, isFound, detail}) => [address, isFound, detail])).toEqual([
		[hosts[0], false, 'ECONNREFUSED'],
		[hosts[1], true, ''],
	]);
	await device.stop();
});

test('given a register on a serial line, when the ports are searched, then it is found at the first speed that answers', async () => {
	const device = await startVirtualRegister();
	const line = await openPtyLine();
	device.attach(line.stream);
	const found = await findRegister({hosts: [], ports: ['/dev/nowhere', line.path], speeds: [115_200, 4800]});
	expect(found).toMatchObject([{link: 'serial', address: line.path, baudRate: 115_200}]);
	line.end();
	await device.stop();
});
