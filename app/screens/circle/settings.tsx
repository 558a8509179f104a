import type { CircleRules } from '#app/domain/circle/rules.ts';
import { PageHeading } from '#app/ui/page-heading.tsx';
import type { CircleFacts } from './circle-model.ts';
import { CircleTabs } from './circle-tabs.tsx';
import { ArrangeForm, DescribeForm } from './details-forms.tsx';
import { LeaveCard } from './leave-card.tsx';
import { RulesForm } from './rules-form.tsx';

export type SettingsProps = {
  circle: CircleFacts & { rules: CircleRules };
  members: number;
  mayArrange: boolean;
  /** Which rules the reader may change: those that let them act today. */
  mayChange: Record<keyof CircleRules, boolean>;
  timeZones: readonly string[];
  /** Which form was just saved: the name of its door. */
  saved: string | null;
};

/** What a circle is, what its members may do, and the way out. */
export function CircleSettings({ circle, members, mayArrange, mayChange, timeZones, saved }: SettingsProps) {
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        back={{ to: `/circles/${circle.id}`, label: circle.name }}
        title="Settings"
        lead="The circle belongs to all of you alike. What is written here holds for everyone in it."
      />
      <CircleTabs circleId={circle.id} />
      <DescribeForm circle={circle} isSaved={saved === 'circle.describe'} />
      <ArrangeForm
        circle={circle}
        members={members}
        may={mayArrange}
        timeZones={timeZones}
        isSaved={saved === 'circle.arrange'}
      />
      <RulesForm rules={circle.rules} mayChange={mayChange} isSaved={saved === 'circle.rules'} />
      <LeaveCard name={circle.name} isLast={members === 1} />
    </div>
  );
}
