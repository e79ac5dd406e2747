// Validate each line of a file of JSON lines with Ajv, compiled once: node ajv.js SCHEMA FILE
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [schema, file, modules] = process.argv.slice(2);
const Ajv = createRequire(path.join(path.resolve(modules), "x.js"))("ajv/dist/2020").default;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));
const text = fs.readFileSync(file);
let lines = 0;
let wrong = 0;
for (let start = 0, end; start < text.length; start = end + 1) {
  end = text.indexOf(10, start);
  end = end < 0 ? text.length : end;
  if (end > start) {
    lines += 1;
    wrong += validate(JSON.parse(text.toString("utf8", start, end))) ? 0 : 1;
  }
}
console.log(`${lines} lines, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
