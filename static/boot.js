// Runs before the first paint, so that the page never flashes in the wrong theme or in a state its link does not mean.
(function () {
  const root = document.documentElement;

  let theme = null;
  try {
    theme = localStorage.getItem('gatewalk-theme');
  } catch {
    // Storage can be forbidden (private windows, embedding); the system's preference then decides.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.dataset.theme = theme;

  // A percent sign that encodes nothing stops the router of the one-file build, which decodes all behind the '#'.
  try {
    decodeURIComponent(location.hash);
  } catch {
    history.replaceState(null, '', location.hash.replaceAll('%', '%25'));
  }

  // In the one-file build the whole address, query included, stands behind the '#'; so does a query too long for a server.
  const address = /^#[/?]/.test(location.hash) ? location.hash : location.search;
  const query = new URLSearchParams(address.includes('?') ? address.slice(address.indexOf('?') + 1) : '');

  if (query.has('embed')) root.dataset.embed = '';

  // The prerendered page shows the lesson's default state; a link that means another one is read after hydration.
  const stateInLink = [...query.keys()].some((key) => key !== 'embed');
  if (stateInLink) {
    root.dataset.state = 'pending';
    // Should the application fail to start, the default state is better than a page that waits for ever.
    setTimeout(() => delete root.dataset.state, 4000);
  }
})();
