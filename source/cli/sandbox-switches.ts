// Switches of the sandbox's register, typed as lines while it runs: paper, power, faults, an old shift, somebody's receipt.
import {parseFaults, type VirtualRegister} from '../sandbox/index.ts';

/** What can be typed, for the page that the sandbox prints at its start. */
export const switchLines: readonly string[] = [
	'paper out | paper in',
	'power off | power on',
	'fault FF45:loseClose   fault 10:noAnswer*3   fault FF45:powerLostInsideClose=closed',
	'age 25   (hours of the open shift)',
	'foreign  (another program leaves a receipt open)',
];

/** Carries out one line; false for a line that is no switch. */
export function turnSwitch(register: VirtualRegister, line: string): boolean {
	const [word = '', value = ''] = line.trim().split(/\s+/, 2);
	const {control} = register;
	switch (`${word} ${value}`.trim()) {
		case 'paper out':
			control.setPaper(false);
			return true;
		case 'paper in':
			control.loadPaper();
			return true;
		case 'power off':
			control.setPower(false);
			return true;
		case 'power on':
			control.setPower(true);
			return true;
		case 'foreign':
			control.openForeignReceipt();
			return true;
	}
	if (word === 'age' && /^\d{1,3}$/.test(value)) {
		control.ageShift(Number(value));
		return true;
	}
	const faults = word === 'fault' ? parseFaults(value) : null;
	if (!faults?.ok) return false;
	for (const fault of faults.faults) control.inject(fault);
	return true;
}
