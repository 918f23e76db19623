/** What is made when somebody asks for it first, and is the same from then on: what takes long is no part of loading a module. */
export function onFirstUse<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
