import Image from '@tiptap/extension-image'
import StarterKit from '@tiptap/starter-kit'

/** Only our own uploads: a pasted `<img src="https://...">` would tell its owner that it was pasted. */
const OwnImage = Image.extend({
  parseHTML: () => [{ tag: 'img[src^="/api/uploads/"]' }],
})

/**
 * What a body may hold. Whatever is pasted is read through this schema, so styles, classes, scripts, forms, tables and
 * foreign images are gone before they are in the page.
 */
export const bodyExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      isAllowedUri: (url, { defaultValidate }) => defaultValidate(url) && /^(https?|mailto):/i.test(url),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  OwnImage.configure({ inline: true, allowBase64: false }),
]
