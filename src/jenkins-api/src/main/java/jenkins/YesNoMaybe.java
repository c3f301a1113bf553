package jenkins;

public enum YesNoMaybe {
    YES,
    NO,
    MAYBE;

    /** Null stands for maybe. */
    public static Boolean toBoolean(YesNoMaybe value) {
        return value == null ? null : value.toBool();
    }

    /** Null stands for maybe. */
    public Boolean toBool() {
        return this == MAYBE ? null : Boolean.valueOf(this == YES);
    }
}
