package io.jenkins.plugins.delivery.engine.smoke;

/** An answer on the way that already does not hold. */
final class MismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Mismatch mismatch;

    MismatchException(Mismatch mismatch) {
        super(mismatch.toString());
        this.mismatch = mismatch;
    }

    Mismatch mismatch() {
        return mismatch;
    }
}
