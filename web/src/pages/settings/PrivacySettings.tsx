import type { Account } from '../../api/types';
import { ConsentsPart } from './ConsentsPart';
import { DeletionPart } from './DeletionPart';
import { ExportPart } from './ExportPart';

export function PrivacySettings({ account }: { account: Account }) {
  return (
    <>
      <ConsentsPart />
      <ExportPart />
      <DeletionPart account={account} />
    </>
  );
}
