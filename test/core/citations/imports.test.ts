import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CitedFiles } from '../../../src/core/citations/citedFiles';
import { importsIn, isImportOf } from '../../../src/core/citations/imports';

describe('what a file imports', () => {
  const cases: Record<string, [from: string, source: string, to: string]> = {
    'a file beside it': ['web/a.ts', "import { b } from './b';", 'web/b.ts'],
    'types over several lines': ['web/a.tsx', "import type {\n  Hold,\n} from '../booking/hold';", 'booking/hold.ts'],
    'a file that is required': ['web/a.js', "const b = require('./b.js')", 'web/b.js'],
    'a file that is imported late': ['web/a.ts', 'await import("./b")', 'web/b.ts'],
    'a folder by its index': ['web/a.ts', "export * from './parts';", 'web/parts/index.ts'],
    'TypeScript under the name it will have': ['web/a.ts', "import './b.js';", 'web/b.ts'],
    'an alias of the sources': ['web/src/a.ts', "import x from '@/booking/hold';", 'web/src/booking/hold.ts'],
    'a module of Python': ['fares/a.py', 'from fares.capping import week_of', 'fares/capping.py'],
    'a module of Python by name': ['fares/a.py', 'from fares import capping', 'fares/capping.py'],
    'a module of Python from its package': ['fares/sub/a.py', 'from ..capping import x', 'fares/capping.py'],
    'a module of Python beside it': ['fares/a.py', 'import os, capping', 'fares/capping.py'],
    'a package of Go': [
      'services/b/cmd/main.go',
      'import (\n\t"fmt"\n\t"example.org/b/internal/lease"\n)',
      'services/b/internal/lease/lease.go',
    ],
    'a class of Java': [
      's/src/main/java/ex/ledger/A.java',
      'import ex.ledger.pay.RetryBudget;',
      's/src/main/java/ex/ledger/pay/RetryBudget.java',
    ],
    'a module of Rust': ['src/lib.rs', 'pub mod lease;', 'src/lease.rs'],
    'a module of the crate': ['src/a/b.rs', 'use crate::lease::fencing::Token;', 'src/lease/fencing.rs'],
    'a header': ['fw/clock.c', '#include "clock.h"', 'fw/clock.h'],
    'a file of Ruby': ['tools/a.rb', "require_relative 'settlement/export'", 'tools/settlement/export.rb'],
    'a part of Sass': ['css/a.scss', "@use 'parts/colors';", 'css/parts/_colors.scss'],
    'a script': ['ops/a.sh', '. ./common.sh', 'ops/common.sh'],
    'a module of Terraform': ['infra/main.tf', 'module "q" {\n  source = "./queues"\n}', 'infra/queues/main.tf'],
    'a class of PHP': ['app/a.php', 'use App\\Billing\\Retry;', 'src/App/Billing/Retry.php'],
  };
  for (const [name, [from, source, to]] of Object.entries(cases)) {
    it(`is ${name}`, () => assert.ok(importsIn(source, from).some((each) => isImportOf(each, from, to))));
  }

  const not: Record<string, [from: string, source: string, to: string]> = {
    'a package': ['web/a.ts', "import { useState } from 'react';", 'web/react.ts'],
    'a file of another language': ['web/a.ts', "import './b';", 'web/b.py'],
    'a file of the same name elsewhere': ['web/a.ts', "import './b';", 'shop/b.ts'],
    'a package of Go in another module': [
      'services/a/main.go',
      '\t"example.org/a/internal/store"',
      'services/b/internal/store/store.go',
    ],
    'a header of the system': ['fw/a.c', '#include <stdint.h>', 'fw/stdint.h'],
    itself: ['web/a.ts', "import './a';", 'web/a.ts'],
  };
  for (const [name, [from, source, to]] of Object.entries(not)) {
    it(`is not ${name}`, () => assert.ok(!importsIn(source, from).some((each) => isImportOf(each, from, to))));
  }

  it('is found both ways among the files with citations', () => {
    const [a, b, c] = ['web/a.ts', 'web/parts/b.ts', 'web/c.ts'].map((path) => ({ file: `/repo/${path}`, path }));
    assert.ok(a && b && c);
    const files = new CitedFiles([c, b, a]);
    files.setImports(a, importsIn("import './parts/b';", a.path));
    assert.deepEqual(files.importedBy('web/a.ts', importsIn("import './parts/b';", 'web/a.ts')), [b]);
    assert.deepEqual(files.importersOf('web/parts/b.ts'), [a]);
    assert.deepEqual(files.beside('web/x.ts'), [a, c]);
  });

  it('is read without a throw from whatever text', () => {
    const paths = ['a.ts', 'x/a.py', 'a.go', 'src/a.rs', 'a.java', 'a.php', 'a.scss', 'a.rb', 'a.tf', 'a.dart'];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...paths), (text, path) => {
        const quoted = `import "${text}"\nfrom '${text}'\nuse ${text};\nimport ${text}`;
        for (const each of importsIn(quoted, path)) isImportOf(each, path, 'src/b/c.ts');
      }),
    );
  });
});
