package io.jenkins.plugins.delivery.linkage;

/** A member that is used: of which type, and its name and descriptor. */
record MemberReference(String owner, String member) {
    boolean isConstructor() {
        return member.startsWith("<init>");
    }

    @Override
    public String toString() {
        return owner + "." + member;
    }
}
