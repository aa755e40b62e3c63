// Hears Python also where this module came late. anywidget (0.9 to 0.11) gives a module two seconds to load, by
// AbortSignal.timeout(2000) in its runtime; on a busy machine loading takes longer, and from then on it refuses every
// message from the kernel with "Failed to initialize model": what a cell sets, the picture no longer shows.

const EMPTY = { content: { data: { method: "custom" } }, buffers: [] }; // a message that nobody listens to

export function initialize({ model }) {
  // Only a listener is given the widget's own model, behind the one that anywidget hands out.
  model.on("change:_heard", (widget) => {
    widget?._handle_comm_msg?.(EMPTY).catch(() => {
      const handle = Object.getPrototypeOf(Object.getPrototypeOf(widget))._handle_comm_msg; // of the class below anywidget's
      widget.comm.on_msg(handle.bind(widget));
      widget.comm.send({ method: "request_state" }); // what was refused meanwhile
    });
  });
  model.set("_heard", true);
}
