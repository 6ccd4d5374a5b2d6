/** An event whose listeners may prevent what would follow, with the given details on it. */
export function createCancellableEvent<T extends object>(details: T) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
