CREATE VIRTUAL TABLE `idea_search` USING fts5(`title`, `body`, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3');
