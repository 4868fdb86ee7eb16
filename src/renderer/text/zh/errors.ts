import type { ErrorCode, ErrorData } from '#contract/errors.ts';

/** What the reader is told when something did not work. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each code and nothing else
export function errors(code: ErrorCode, details: ErrorData['details']): string {
  switch (code) {
    case 'wrong-usage':
    case 'invalid-input':
      if (details['holdsLibrary'] === true) return '资料库本身就在那里。请选择其他文件夹。';
      return '用所给的内容无法完成此操作。';
    case 'not-found':
      return '它已不在资料库中。';
    case 'query-invalid':
      return '无法读懂此查询。';
    case 'path-missing':
      return '此处已没有文件或文件夹。';
    case 'unreadable-file':
      if (details['locked'] === true) return '此 PDF 有密码保护。请另存为无密码的文件后再添加。';
      if (details['damaged'] === true) return '此 PDF 已损坏：没有一页可以读取。';
      return '无法打开文件。请检查您是否有读取权限。';
    case 'empty-input':
      return '其中没有内容。';
    case 'binary-input':
      return '这不是文本或网页，而是其他类型的数据。';
    case 'unsupported-kind':
      return '暂不支持此类文件。支持网页、邮件、PDF、EPUB 图书、网页存档、包含以上内容的 zip、Markdown 和纯文本。';
    case 'broken-charset':
      return '其中的字符已损坏，无法读取文本。';
    case 'too-large':
      return '它超出了 Pressmark 可接收的大小。';
    case 'no-article':
      if (details['scanned'] === true) return '其中只有页面图片，没有文本。请先进行文字识别（OCR）。';
      return '其中没有找到文章。';
    case 'extract-timeout':
      return '读取时间过长，已放弃。';
    case 'extract-memory':
      return '读取所需内存超过可用内存。';
    case 'address-invalid':
      return '这不是网址。';
    case 'address-refused':
      return '此网址位于您自己的电脑或网络中；Pressmark 不从那里获取内容。';
    case 'address-unreachable':
      return '无法连接到该网站。请检查网址和网络连接。';
    case 'address-status':
      return statusSentence(details['status']);
    case 'address-redirects':
      return '该网站使请求陷入循环。';
    case 'address-type':
      return '此网址上不是网页，而是其他类型的文件。';
    case 'address-timeout':
      return '该网站没有及时响应。';
    case 'library-missing':
      return '资料库文件夹不见了。是被移动了，还是所在磁盘没有连接？';
    case 'library-read-only':
      return '无法写入资料库文件夹，因此没有任何更改。';
    case 'library-newer':
      return '此资料库由更新版本的 Pressmark 创建。请更新应用后再打开。';
    case 'library-damaged':
      return '资料库有一部分已损坏。运行“pressmark verify”可查明是哪一部分。';
    case 'library-busy':
      return '资料库正在处理其他事务。请稍后再试。';
    case 'folder-unfit':
      return '此文件夹不能用作资料库。请选择空文件夹或新文件夹。';
    case 'disk-full':
      return '磁盘已满。请腾出空间后再试。';
    case 'cancelled':
      return '在完成之前已停止。';
    case 'disconnected':
      return '存档暂时没有响应。';
    case 'internal':
      return 'Pressmark 内部出了问题。您已有的内容没有丢失。';
  }
}

function statusSentence(status: string | number | boolean | null | undefined): string {
  switch (Number(status)) {
    case 401:
    case 402:
    case 403:
      return `该网站不允许 Pressmark 读取此页面（${String(status)}）。请用浏览器保存页面，再把文件拖到这里。`;
    case 404:
    case 410:
      return `此网址上已没有页面（${String(status)}）。`;
    case 429:
      return '该网站要求暂时不要打扰（429）。请稍后再试。';
    default:
      return status === undefined ? '该网站返回了错误。' : `该网站返回了错误（${String(status)}）。`;
  }
}
