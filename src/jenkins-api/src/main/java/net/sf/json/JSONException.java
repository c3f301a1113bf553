package net.sf.json;

/** Text or a value that is not the JSON that was asked for. */
final class JSONException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JSONException(String message) {
        super(message);
    }
}
