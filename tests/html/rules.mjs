// What html-validate holds the pages of the site to.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "no-inline-style": "off", // where a mark stands on an axis is told beside the mark
    "no-trailing-whitespace": "off", // inputs have some
  },
};
