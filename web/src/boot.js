// Runs before anything is painted, as a classic script: see build/boot.ts.
(function () {
  var root = document.documentElement;
  try {
    var theme = JSON.parse(localStorage.getItem('sf.theme'));
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (e) {
    // Without storage the system's choice stays.
  }
  if (/^\/embed\//.test(location.pathname)) root.dataset.page = 'embed';
  else if (/^\/watch\//.test(location.pathname)) root.dataset.page = 'watch';
})();
