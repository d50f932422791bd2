import Image from '@tiptap/extension-image'
import StarterKit from '@tiptap/starter-kit'
import { isDataPicture } from '@/app/(mail)/_editor/data-picture'
import { SignatureNode } from '@/app/(mail)/_editor/signature'

/** Only what is our own: a pasted `<img src="https://...">` would tell its owner that it was pasted. */
const OwnImage = Image.extend({
  parseHTML: () => [
    { tag: 'img[src^="/api/uploads/"]' },
    { tag: 'img[src^="data:"]', getAttrs: (image) => (isDataPicture(image.getAttribute('src')) ? null : false) },
  ],
})

/**
 * What a body may hold. Whatever is pasted is read through this schema, so styles, classes, scripts, forms, tables and
 * foreign images are gone before they are in the page.
 */
export const bodyExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    // an empty line behind a signature would count as something written
    trailingNode: { notAfter: ['paragraph', 'signature'] },
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      isAllowedUri: (url, { defaultValidate }) => defaultValidate(url) && /^(https?|mailto):/i.test(url),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  OwnImage.configure({ inline: true, allowBase64: true }),
  SignatureNode,
]
