import { resolve } from 'node:path';

/** Real reviews, where they lie beside the project. */
export const corpora = resolve('../shared/corpora');

/** The folders in them that hold reviews. */
export const corporaFolders: readonly string[] =
  'dfds mybinder datahub moj-cloud-platform k8s-test-infra learningequality 2i2c jenkins-status ossa alt-docs'.split(
    ' ',
  );
