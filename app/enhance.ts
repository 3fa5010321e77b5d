document.documentElement.dataset.enhanced = ''
