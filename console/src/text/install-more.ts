/** What the install page says of the two lines few sites need. */
export const installMore = {
  title: 'If you want more',
  stub: {
    'required': 'This script, before the line, keeps commands and errors from the first moment until the agent has loaded. It sends nothing.',
    'not-required':
      'This script, before the line, keeps commands and errors from the first moment until the agent has loaded, and counts visitors who leave before that. Without it, visitors who left while the page loaded are only counted in part.',
  },
  copyStub: 'Copy the early script',
  policy: 'Where a content security policy forbids inline scripts, allow this one in script-src by its hash:',
  checked: 'In the place of the line you can paste this one: the browser then runs the script only if it is exactly the one of this version. After an update you paste it anew.',
  copyChecked: 'Copy the checked line',
}
