import type { ErrorCode, ErrorData } from '#contract/errors.ts';

/** What the reader is told when something did not work. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each code and nothing else
export function errors(code: ErrorCode, details: ErrorData['details']): string {
  switch (code) {
    case 'wrong-usage':
    case 'invalid-input':
      if (details['holdsLibrary'] === true) return 'Там лежит сама библиотека. Выберите другую папку.';
      return 'С тем, что было дано, это сделать не удалось.';
    case 'not-found':
      return 'Этого больше нет в библиотеке.';
    case 'query-invalid':
      return 'Этот запрос не удалось прочитать.';
    case 'path-missing':
      return 'В этом месте больше нет ни файла, ни папки.';
    case 'unreadable-file':
      if (details['locked'] === true) return 'Этот PDF защищён паролем. Сохраните его без пароля и добавьте ещё раз.';
      if (details['damaged'] === true) return 'Этот PDF повреждён: ни одну его страницу не прочитать.';
      return 'Файл не удалось открыть. Проверьте, есть ли у вас право его читать.';
    case 'empty-input':
      return 'В нём ничего нет.';
    case 'binary-input':
      return 'Это не текст и не страница, а данные другого рода.';
    case 'unsupported-kind':
      return 'Файлы такого рода пока нельзя добавить. Можно веб-страницы, письма, PDF, книги EPUB, веб-архивы, zip со всем этим, Markdown и простой текст.';
    case 'broken-charset':
      return 'Знаки повреждены, так что текст не прочитать.';
    case 'too-large':
      return 'Это больше, чем принимает Pressmark.';
    case 'no-article':
      if (details['scanned'] === true)
        return 'В нём изображения страниц и нет текста. Сначала распознайте текст (OCR).';
      return 'Статья в нём не нашлась.';
    case 'extract-timeout':
      return 'Чтение шло слишком долго и было прервано.';
    case 'extract-memory':
      return 'Для чтения не хватило памяти.';
    case 'address-invalid':
      return 'Это не веб-адрес.';
    case 'address-refused':
      return 'Этот адрес — на вашем собственном компьютере или в вашей сети; оттуда Pressmark ничего не берёт.';
    case 'address-unreachable':
      return 'До сайта не удалось достучаться. Проверьте адрес и соединение.';
    case 'address-status':
      return statusSentence(details['status']);
    case 'address-redirects':
      return 'Сайт водит запрос по кругу.';
    case 'address-type':
      return 'По этому адресу не страница, а файл другого рода.';
    case 'address-timeout':
      return 'Сайт не ответил вовремя.';
    case 'library-missing':
      return 'Папка библиотеки пропала. Может быть, её переместили или её диск не подключён?';
    case 'library-read-only':
      return 'В папку библиотеки нельзя писать, поэтому ничего не изменено.';
    case 'library-newer':
      return 'Эта библиотека создана более новым Pressmark. Обновите приложение, чтобы её открыть.';
    case 'library-damaged':
      return 'Часть библиотеки повреждена. Какая — скажет «pressmark verify».';
    case 'library-busy':
      return 'Библиотека занята другим делом. Попробуйте ещё раз через минуту.';
    case 'folder-unfit':
      return 'Эта папка не подходит для библиотеки. Выберите пустую или новую.';
    case 'disk-full':
      return 'Диск полон. Освободите место и попробуйте ещё раз.';
    case 'cancelled':
      return 'Остановлено, не дойдя до конца.';
    case 'disconnected':
      return 'Архив сейчас не отвечает.';
    case 'internal':
      return 'Внутри Pressmark что-то пошло не так. Из того, что у вас было, ничего не потеряно.';
  }
}

function statusSentence(status: string | number | boolean | null | undefined): string {
  switch (Number(status)) {
    case 401:
    case 402:
    case 403:
      return `Сайт не даёт Pressmark прочитать эту страницу (${String(status)}). Сохраните её в браузере и перетащите файл сюда.`;
    case 404:
    case 410:
      return `По этому адресу больше нет страницы (${String(status)}).`;
    case 429:
      return 'Сайт просит на время оставить его в покое (429). Попробуйте позже.';
    default:
      return status === undefined ? 'Сайт ответил ошибкой.' : `Сайт ответил ошибкой (${String(status)}).`;
  }
}
