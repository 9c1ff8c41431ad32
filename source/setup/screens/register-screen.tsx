// Step 5 on the screen: the choice of a register, the slip, the names; the QR of the screen's test has a screen of its own.
import {Box, Text} from 'ink';
import {cleanText, describeRegisterFault} from '../../core/index.ts';
import {useWizard} from '../parts/context.ts';
import {Field} from '../parts/field.tsx';
import {Said} from '../parts/said.tsx';
import type {FoundRegisterPlace, RegisterPlace} from '../ports.ts';
import {choices} from '../steps/register.ts';

export function RegisterScreen() {
	const {words, state, wizard} = useWizard();
	const {stage, fault, names, place} = state.register;
	const {register} = words;
	switch (stage) {
		case 'choose':
			return <Choice />;
		case 'slip': {
			if (fault === null) return <Said text={register.printing} isBold />;
			const {text, advice} = describeRegisterFault(fault, wizard.language);
			return (
				<>
					<Said text={text} tone="bad" isSigned />
					<Said text={advice} />
				</>
			);
		}
		case 'slip-asked':
			return <Said text={register.scanned} isBold />;
		case 'names':
			return (
				<>
					<Said text={register.names} isBold />
					<Box flexDirection="column" marginTop={1} flexShrink={0}>
						{names
							.filter(({isSame}) => !isSame)
							.map(({slot, name, found}) => (
								<Said
									key={slot}
									text={register.nameDiffers(slot, cleanText(name, 40), cleanText(found, 40))}
								/>
							))}
					</Box>
					<Box marginTop={1} flexShrink={0}>
						<Said text={register.writeNames} isBold />
					</Box>
				</>
			);
		case 'screen':
		case 'done':
			return <Said text={place ? register.isSet(placeText(place, register.none)) : register.none} />;
	}
}

function Choice() {
	const {words, state, looks} = useWizard();
	const {address, found, cursor, isSearching, tried} = state.register;
	const {register} = words;
	const isTyping = address !== '';
	return (
		<>
			<Said text={register.intro} isBold />
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				{choices(state.register).map((place, index) => {
					const model = found.find((one) => one === place)?.model ?? '';
					const isHere = index === cursor && !isTyping;
					return (
						<Text key={placeText(place, register.none)} wrap="truncate" inverse={isHere}>
							{`${isHere ? looks.signs.pointer : ' '} ${placeText(place, register.none)}  ${cleanText(model, 40)}`}
						</Text>
					);
				})}
			</Box>
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				<Field
					label={register.address}
					labelColumns={8}
					value={address}
					isHere
					instead={register.addressHint}
				/>
			</Box>
			{isSearching && <Said text={tried} />}
		</>
	);
}

/** How a place is named: its address, and the speed of a serial line. */
export const placeText = (place: RegisterPlace | FoundRegisterPlace, none: string): string =>
	place.link === 'none' ? none : `${place.address}${place.link === 'serial' ? ` ${place.baudRate}` : ''}`;
