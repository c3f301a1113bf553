package io.jenkins.plugins.delivery.engine.smoke;

/** A text that ends its own matching: a regular expression can take longer than the universe exists. */
final class DeadlineText implements CharSequence {
    private static final int MOST_LOOKS = 50_000_000;

    private final CharSequence text;
    private final int[] looks;

    DeadlineText(CharSequence text) {
        this(text, new int[1]);
    }

    private DeadlineText(CharSequence text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new ProbeException("the regular expression backtracks too much to be matched against this body");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new DeadlineText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
