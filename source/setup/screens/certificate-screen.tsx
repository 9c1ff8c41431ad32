// Step 2 on the screen: the password, the files that were found, the one under the cursor in full.
import {Box, Text} from 'ink';
import {
	cleanText,
	describeCertificateFault,
	describeCertificateWarning,
	gatewayEn,
	gatewayRu,
} from '../../core/index.ts';
import {useWizard} from '../parts/context.ts';
import {Field, tailToWidth} from '../parts/field.tsx';
import {Said} from '../parts/said.tsx';
import type {TriedCertificate} from '../ports.ts';
import {isOfThisPos} from '../steps/certificate.ts';

/** Rows of the list: what is beyond them is reached by the arrows. */
const listRows = 5;

export function CertificateScreen() {
	const {words, state, columns, looks} = useWizard();
	const {password, path, field, files, cursor} = state.certificate;
	const {certificate} = words;
	const isKept = state.letter.kept.has('certificatePassword');
	const top = Math.max(0, Math.min(cursor - listRows + 1, (files?.length ?? 0) - listRows));
	const chosen = files?.[cursor];
	return (
		<>
			<Said text={certificate.intro} isBold />
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				<Field
					label={certificate.password}
					labelColumns={14}
					value={password}
					isHere={field === 'password'}
					isSecret
					instead={isKept ? words.letter.kept : ''}
				/>
				<Field label={certificate.path} labelColumns={14} value={path} isHere={field === 'path'} />
			</Box>
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				{files?.length === 0 && <Said text={certificate.none} tone="warn" isSigned />}
				{files?.slice(top, top + listRows).map((file) => (
					<Text key={file.path} wrap="truncate" inverse={file === chosen}>
						{`${file.ok ? (isOfThisPos(file) ? looks.signs.good : looks.signs.warn) : looks.signs.bad} ${tailToWidth(cleanText(file.path, 300), columns - 3)}`}
					</Text>
				))}
			</Box>
			{chosen && <Chosen file={chosen} />}
		</>
	);
}

function Chosen({file}: {readonly file: TriedCertificate}) {
	const {words, wizard} = useWizard();
	const wording = wizard.language === 'en' ? gatewayEn : gatewayRu;
	if (!file.ok) {
		const {happened, todo} = describeCertificateFault(file.fault, wording);
		return (
			<Box marginTop={1} flexDirection="column" flexShrink={0}>
				<Said text={happened} tone="bad" isSigned />
				<Said text={todo} />
			</Box>
		);
	}
	const {owner, validFrom, validTo, warnings} = file;
	return (
		<Box marginTop={1} flexDirection="column" flexShrink={0}>
			<Said text={`${words.certificate.owner}: ${cleanText(owner, 64)}`} />
			<Said text={words.certificate.valid(validFrom.slice(0, 10), validTo.slice(0, 10))} />
			{isOfThisPos(file) && <Said text={words.certificate.ours} tone="good" isSigned />}
			{warnings.map((warning) => (
				<Said
					key={warning.code}
					text={describeCertificateWarning(warning, wording).join(' ')}
					tone="warn"
					isSigned
				/>
			))}
		</Box>
	);
}
