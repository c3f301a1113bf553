package io.jenkins.plugins.delivery.linkage;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What one class file declares, and everything outside of it that it names. */
public final class ClassFile {
    private static final int CONSTANT_UTF8 = 1;
    private static final int CONSTANT_CLASS = 7;
    private static final int CONSTANT_FIELD = 9;
    private static final int CONSTANT_METHOD = 10;
    private static final int CONSTANT_INTERFACE_METHOD = 11;
    private static final Pattern TYPE = Pattern.compile("L([A-Za-z_][\\w/$]*/[\\w$]+)[;<]");

    final String name;
    final boolean isAbstract;
    final Set<String> supertypes = new LinkedHashSet<>();

    /** Access flags by name and descriptor; fields have a colon between both. */
    final Map<String, Integer> members = new TreeMap<>();

    final Set<String> types = new LinkedHashSet<>();
    final Set<MemberReference> references = new LinkedHashSet<>();

    public ClassFile(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        name = reader.getClassName();
        isAbstract = (reader.getAccess() & Opcodes.ACC_ABSTRACT) != 0;
        if (reader.getSuperName() != null) {
            supertypes.add(reader.getSuperName());
        }
        supertypes.addAll(Set.of(reader.getInterfaces()));
        reader.accept(new Declarations(), ClassReader.SKIP_CODE);
        readConstants(reader);
    }

    /** Every type that is named. */
    public Set<String> types() {
        return types;
    }

    private void readConstants(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item > 0) {
                readConstant(reader, item, buffer);
            }
        }
    }

    private void readConstant(ClassReader reader, int item, char[] buffer) {
        switch (reader.readByte(item - 1)) {
            case CONSTANT_CLASS -> type(reader.readUTF8(item, buffer));
            case CONSTANT_FIELD -> reference(reader, item, buffer, ":");
            case CONSTANT_METHOD, CONSTANT_INTERFACE_METHOD -> reference(reader, item, buffer, "");
            case CONSTANT_UTF8 -> descriptors(utf8(reader, item));
            default -> {
                // Numbers, text and the like name nothing.
            }
        }
    }

    private static String utf8(ClassReader reader, int item) {
        int length = reader.readUnsignedShort(item);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) reader.readByte(item + 2 + i));
        }
        return text.toString();
    }

    private void type(String internalName) {
        if (internalName.startsWith("[")) {
            descriptors(internalName);
        } else {
            types.add(internalName);
        }
    }

    private void descriptors(String text) {
        Matcher matcher = TYPE.matcher(text);
        while (matcher.find()) {
            types.add(matcher.group(1));
        }
    }

    private void reference(ClassReader reader, int item, char[] buffer, String separator) {
        String owner = reader.readClass(item, buffer);
        int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
        String member = reader.readUTF8(nameAndType, buffer) + separator + reader.readUTF8(nameAndType + 2, buffer);
        if (!owner.startsWith("[")) {
            references.add(new MemberReference(owner, member));
        }
    }

    private final class Declarations extends ClassVisitor {
        Declarations() {
            super(Opcodes.ASM9);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            members.put(name + ":" + descriptor, access);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            members.put(name + descriptor, access);
            return null;
        }
    }
}
