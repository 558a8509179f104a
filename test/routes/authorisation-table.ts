/**
 * Who gets what, at every door: the one table that the walks of `test/routes` and `test/live` compare with.
 *
 * - visitor: signed out; stranger: signed in, belongs to nothing
 * - member, facilitator: of a circle whose rules let only the facilitator of its next meeting invite, plan and remove
 * - former: was removed from it; organizer: looks after the installation; group-org: looks after the circle's group
 *
 * Pages and forms
 * - shows: the page, or an answer to be shown once; moves: on to another page
 * - done: it was done; nothing: answered like done, but nothing changed, for there was nothing of theirs
 * - sign-in: asked to sign in first; 404: as for what never was
 * - 204, 401: whether they are still who they were, and nothing else
 * - refused: told that they may not; not-now: that it cannot be done yet; spent: that the link is dead
 *
 * Sockets, where the rows are in the order of a meeting
 * - no-line: nobody connects; ok: done, or heard; anything else: the refusal's code
 *
 * What is behind a plus sign is the same door with another aim, explained in `authorisation-forms.ts`.
 */
export const kinds = [
  'visitor',
  'stranger',
  'member',
  'facilitator',
  'former',
  'organizer',
  'group-org',
] as const;
export type Kind = (typeof kinds)[number];

/** What each kind of visitor is answered. */
export type Row = Record<Kind, string>;

const pages = `
                            visitor   stranger  member    facilitator  former    organizer  group-org

landing.read                shows     moves     moves     moves        moves     moves      moves
nothing.read                404       404       404       404          404       404        404
welcome.read                moves     moves     moves     moves        moves     moves      moves
welcome.set-up              nothing   nothing   nothing   nothing      nothing   nothing    nothing
sign-in.read                shows     moves     moves     moves        moves     moves      moves
sign-in                     done      done      done      done         done      done       done
sign-up.read                shows     moves     moves     moves        moves     moves      moves
sign-up                     done      done      done      done         done      done       done
sign-out.read               moves     moves     moves     moves        moves     moves      moves
sign-out                    nothing   done      done      done         done      done       done
recover.read                shows     shows     shows     shows        shows     shows      shows
recover.ask                 nothing   nothing   nothing   nothing      nothing   nothing    nothing
recover-link.read           shows     shows     shows     shows        shows     shows      shows
recover-link.redeem         done      done      done      done         done      done       done

me.read                     sign-in   shows     shows     shows        shows     shows      shows
profile.edit                sign-in   done      done      done         done      done       done
offer.put                   sign-in   done      done      done         done      done       done
offer.put+members           sign-in   404       done      404          404       404        404
offer.remove+members        sign-in   nothing   done      nothing      nothing   nothing    nothing
ask.put                     sign-in   done      done      done         done      done       done
ask.put+members             sign-in   404       done      404          404       404        404
ask.remove+members          sign-in   nothing   done      nothing      nothing   nothing    nothing
account.read                sign-in   shows     shows     shows        shows     shows      shows
password.change             sign-in   done      done      done         done      done       done
sign-in.end+members         sign-in   nothing   done      nothing      nothing   nothing    nothing
sign-in.end-all             sign-in   done      done      done         done      done       done
account.close               sign-in   done      done      done         done      done       done
today.read                  sign-in   shows     shows     shows        shows     shows      shows
today.catch-up              sign-in   done      done      done         done      done       done

organizer.read              404       404       404       404          404       shows      404
organizer.appoint           404       404       404       404          404       done       404
organizer.relieve           404       404       404       404          404       done       404
recovery-link.make          404       404       404       404          404       done       404
recovery-link.make+officer  404       404       404       404          404       refused    404

group.new.read              sign-in   shows     shows     shows        shows     shows      shows
group.make                  sign-in   done      done      done         done      done       done
group.read                  404       404       404       404          404       404        shows
group.rename                404       404       404       404          404       404        done
group.add-organizer         404       404       404       404          404       404        done
group.remove-organizer      404       404       404       404          404       404        done
group-people.read           404       404       404       404          404       404        shows
group-recovery-link.make    404       404       404       404          404       404        done

circle.new.read             sign-in   shows     shows     shows        shows     shows      shows
circle.new.read+group       sign-in   404       404       404          404       404        shows
circle.found                sign-in   done      done      done         done      done       done
circle.found+group          sign-in   404       404       404          404       404        done
circle.read                 404       404       shows     shows        404       404        404
circle.settings.read        404       404       shows     shows        404       404        404
circle.describe             404       404       done      done         404       404        404
circle.arrange              404       404       refused   done         404       404        404
circle.rules                404       404       refused   done         404       404        404
circle.leave                404       404       done      done         404       404        404
member.read                 404       404       shows     shows        404       404        404
member.read+former          404       404       404       404          404       404        404
member.remove               404       404       refused   done         404       404        404
circle.invitations.read     404       404       shows     shows        404       404        404
invitation.make             404       404       refused   done         404       404        404
invitation.revoke           404       404       refused   done         404       404        404
invitation.open             moves     moves     moves     moves        moves     moves      moves
invitation.read             shows     shows     moves     moves        spent     shows      shows
invitation.redeem           sign-in   done      nothing   nothing      spent     done       done
invitation.sign-up          done      done      done      done         done      done       done

circle-room.read            404       404       shows     shows        404       404        404
circle-message.post         404       404       done      done         404       404        404
circle-room.mark-read       404       404       done      done         404       404        404
search.read                 sign-in   shows     shows     shows        shows     shows      shows
unread.read                 sign-in   shows     shows     shows        shows     shows      shows
signed-in.read              401       204       204       204          204       204        204
signed-in.read+other        401       401       401       401          401       401        401

season.read                 404       404       shows     shows        404       404        404
season.preview              404       404       refused   shows        404       404        404
season.plan                 404       404       refused   done         404       404        404
meeting.move                404       404       refused   done         404       404        404
meeting.skip                404       404       refused   done         404       404        404
meeting.restore             404       404       refused   done         404       404        404
meeting.add                 404       404       refused   done         404       404        404
rota.read                   404       404       shows     shows        404       404        404
absence.declare             404       404       done      done         404       404        404
absence.withdraw            404       404       done      nothing      404       404        404

meeting.read                404       404       moves     moves        404       404        404
agenda.read                 404       404       shows     shows        404       404        404
item.propose                404       404       done      done         404       404        404
item.edit                   404       404       done      done         404       404        404
item.edit+thirds            404       404       refused   done         404       404        404
item.withdraw+thirds        404       404       refused   done         404       404        404
item.keep+thirds            404       404       refused   done         404       404        404
item.move                   404       404       done      done         404       404        404
vote.cast                   404       404       done      done         404       404        404
voting.close                404       404       refused   done         404       404        404
format.choose               404       404       done      done         404       404        404
room.read                   404       404       shows     shows        404       404        404
message.post                404       404       done      done         404       404        404
talk.read                   404       404       shows     shows        404       404        404
notes.read                  404       404       shows     shows        404       404        404
minutes.read                404       404       shows     shows        404       404        404
minutes.download            404       404       shows     shows        404       404        404
notes.carry                 404       404       not-now   not-now      404       404        404
action.complete+thirds      404       404       refused   done         404       404        404
action.reopen+thirds        404       404       refused   done         404       404        404
`;

const sockets = `
                    visitor   stranger   member       facilitator  former     organizer  group-org

clock               no-line   ok         ok           ok           ok         ok         ok
enter               no-line   not-found  ok           ok           not-found  not-found  not-found
read                no-line   not-found  ok           ok           not-found  not-found  not-found
typing              no-line   not-found  ok           ok           not-found  not-found  not-found

message.post        no-line   not-found  ok           ok           not-found  not-found  not-found
message.edit        no-line   not-found  ok           not-yours    not-found  not-found  not-found
message.retract     no-line   not-found  ok           not-yours    not-found  not-found  not-found
item.propose        no-line   not-found  ok           ok           not-found  not-found  not-found
item.edit           no-line   not-found  not-yours    ok           not-found  not-found  not-found
item.withdraw       no-line   not-found  not-yours    ok           not-found  not-found  not-found
item.keep           no-line   not-found  not-yours    ok           not-found  not-found  not-found
vote.cast           no-line   not-found  ok           ok           not-found  not-found  not-found
voting.close        no-line   not-found  not-leading  ok           not-found  not-found  not-found

meeting.start       no-line   not-found  not-leading  ok           not-found  not-found  not-found
format.choose       no-line   not-found  not-leading  ok           not-found  not-found  not-found
item.move           no-line   not-found  not-leading  ok           not-found  not-found  not-found
item.start          no-line   not-found  not-leading  ok           not-found  not-found  not-found
item.pause          no-line   not-found  not-leading  ok           not-found  not-found  not-found
item.resume         no-line   not-found  not-leading  ok           not-found  not-found  not-found
extension.ask       no-line   not-found  not-leading  ok           not-found  not-found  not-found
thumb.show          no-line   not-found  ok           ok           not-found  not-found  not-found
item.finish         no-line   not-found  not-leading  ok           not-found  not-found  not-found
item.next           no-line   not-found  not-leading  ok           not-found  not-found  not-found
seat.give           no-line   not-found  not-leading  ok           not-found  not-found  not-found
role.give           no-line   not-found  not-leading  ok           not-found  not-found  not-found
phase.start         no-line   not-found  not-leading  ok           not-found  not-found  not-found
hand.raise          no-line   not-found  ok           ok           not-found  not-found  not-found
hand.lower          no-line   not-found  not-yours    ok           not-found  not-found  not-found
floor.give          no-line   not-found  not-leading  ok           not-found  not-found  not-found
floor.end           no-line   not-found  not-yours    ok           not-found  not-found  not-found
floor.order         no-line   not-found  not-leading  ok           not-found  not-found  not-found
floor.limit         no-line   not-found  not-leading  ok           not-found  not-found  not-found
round.invite        no-line   not-found  not-leading  ok           not-found  not-found  not-found
round.pass          no-line   not-found  not-yours    ok           not-found  not-found  not-found
round.end           no-line   not-found  not-leading  ok           not-found  not-found  not-found
decision.record     no-line   not-found  ok           ok           not-found  not-found  not-found
decision.withdraw   no-line   not-found  not-yours    ok           not-found  not-found  not-found
action.add          no-line   not-found  ok           ok           not-found  not-found  not-found
action.edit         no-line   not-found  not-yours    ok           not-found  not-found  not-found
action.complete     no-line   not-found  not-yours    ok           not-found  not-found  not-found
action.reopen       no-line   not-found  not-yours    ok           not-found  not-found  not-found
action.drop         no-line   not-found  not-yours    ok           not-found  not-found  not-found
notes.open          no-line   not-found  ok           ok           not-found  not-found  not-found
notes.aware         no-line   not-found  ok           ok           not-found  not-found  not-found
notes.update        no-line   not-found  ok           ok           not-found  not-found  not-found
notes.close         no-line   not-found  ok           ok           not-found  not-found  not-found
lead.pass           no-line   not-found  not-leading  ok           not-found  not-found  not-found
lead.decline        no-line   not-found  ok           out-of-date  not-found  not-found  not-found
lead.accept         no-line   not-found  ok           out-of-date  not-found  not-found  not-found
lead.take           no-line   not-found  not-allowed  ok           not-found  not-found  not-found
meeting.close       no-line   not-found  not-leading  ok           not-found  not-found  not-found

leave               no-line   ok         ok           ok           ok         ok         ok
`;

/**
 * What reaches somebody who does not belong, and where: the inviter's words to whoever holds a link, names and addresses to
 * those who look after the installation or the group. Nothing of a circle reaches them anywhere else, and what is said
 * inside never does. Of a circle there are the words: circle, purpose, group, name, mail, offer, ask, title, help,
 * message, decision, action.
 */
const invited = ['circle', 'purpose', 'name'];
const people = ['name', 'mail'];
export const mayHear: Record<string, Partial<Record<Kind, readonly string[]>>> = {
  'invitation.read': { visitor: invited, stranger: invited, organizer: invited, 'group-org': invited },
  'organizer.read': { organizer: [...people, 'group'] },
  'recovery-link.make': { organizer: [...people, 'group'] },
  'recovery-link.make+officer': { organizer: [...people, 'group'] },
  'today.read': { 'group-org': ['group'] },
  'group.read': { 'group-org': ['group', 'circle', 'name'] },
  'group-people.read': { 'group-org': ['group', ...people] },
  'group-recovery-link.make': { 'group-org': ['group', ...people] },
  'circle.new.read+group': { 'group-org': ['group'] },
};

/** Who belongs to the circle: its words are theirs. */
export const inside: ReadonlySet<Kind> = new Set(['member', 'facilitator']);

/** Every page and form, by the name of its door. */
export const pageTable = readTable(pages);

/** Every socket door, and every kind of command that goes through the door `command`. */
export const socketTable = readTable(sockets);

function readTable(text: string): Map<string, Row> {
  const [columns = [], ...rows] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/));
  if (columns.join() !== kinds.join()) throw new RangeError('The columns are the kinds of visitors.');
  const read = rows.map(([name = '', ...cells]): [string, Row] => {
    if (cells.length !== kinds.length) throw new RangeError(`The row of ${name} is not whole.`);
    return [name, Object.fromEntries(kinds.map((kind, index) => [kind, cells[index]])) as Row];
  });
  if (new Set(read.map(([name]) => name)).size < read.length) throw new RangeError('A row is there twice.');
  return new Map(read);
}
