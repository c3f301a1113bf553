package org.kohsuke.stapler;

public interface Ancestor {
    public Object getObject();

    public String getUrl();

    public String getRestOfUrl();

    public String getNextToken(int n);

    public String getFullUrl();

    public String getRelativePath();

    public Ancestor getPrev();

    public Ancestor getNext();
}
