/** What the collector turned away or sent back, in words. */
export const intakeText = {
  refused: (times: number, reason: string) =>
    `${times.toLocaleString('en')} ${times === 1 ? 'request' : 'requests'} asked to come back later: ${reason}`,
  reasons: {
    'log-unavailable': 'the log took nothing',
    'disk-low': 'the disk was nearly full',
    busy: 'too much came at once',
    closing: 'the server was stopping',
    'too-many': 'more a second than is allowed',
    'broken-off': 'broken off half-way',
    'wrong-asset': 'a content that is not what it says',
    'asset-quota': 'the site has all the style sheets and images it may have',
    'wrong-key': 'not the site’s server key',
    'wrong-events': 'events not as described',
  } as Record<string, string>,
}
