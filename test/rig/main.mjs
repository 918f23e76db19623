/** Runs what a script does; an error ends it with code 1 and its message, without a stack: they are worded for people. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
