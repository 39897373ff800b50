package dev.vsh.linux;

/** Flags of the mount calls: mount(2), umount2(2), open_tree(2), move_mount(2), mount_setattr(2), fsopen(2), fsconfig(2), fsmount(2); {@code linux/mount.h}. */
public final class MountFlags {
    public static final Constant MS_MOVE = new Constant("MS_MOVE", 0x2000);
    public static final Constant MS_REC = new Constant("MS_REC", 0x4000);
    public static final Constant MS_PRIVATE = new Constant("MS_PRIVATE", 0x40000);
    public static final Constant MNT_DETACH = new Constant("MNT_DETACH", 2);
    public static final Constant UMOUNT_NOFOLLOW = new Constant("UMOUNT_NOFOLLOW", 8);
    public static final Constant OPEN_TREE_CLONE = new Constant("OPEN_TREE_CLONE", 1);
    public static final Constant OPEN_TREE_CLOEXEC = new Constant("OPEN_TREE_CLOEXEC", 02000000);
    public static final Constant AT_RECURSIVE = new Constant("AT_RECURSIVE", 0x8000);
    public static final Constant AT_EMPTY_PATH = new Constant("AT_EMPTY_PATH", 0x1000);
    public static final Constant MOVE_MOUNT_F_EMPTY_PATH =
            new Constant("MOVE_MOUNT_F_EMPTY_PATH", 0x4);
    public static final Constant MOVE_MOUNT_T_EMPTY_PATH =
            new Constant("MOVE_MOUNT_T_EMPTY_PATH", 0x40);
    public static final Constant MOUNT_ATTR_RDONLY = new Constant("MOUNT_ATTR_RDONLY", 0x1);
    public static final Constant MOUNT_ATTR_NOSUID = new Constant("MOUNT_ATTR_NOSUID", 0x2);
    public static final Constant MOUNT_ATTR_NODEV = new Constant("MOUNT_ATTR_NODEV", 0x4);
    public static final Constant MOUNT_ATTR_NOEXEC = new Constant("MOUNT_ATTR_NOEXEC", 0x8);
    public static final Constant MOUNT_ATTR_IDMAP = new Constant("MOUNT_ATTR_IDMAP", 0x100000);
    public static final Constant FSOPEN_CLOEXEC = new Constant("FSOPEN_CLOEXEC", 1);
    public static final Constant FSMOUNT_CLOEXEC = new Constant("FSMOUNT_CLOEXEC", 1);
    public static final Constant FSCONFIG_SET_FLAG = new Constant("FSCONFIG_SET_FLAG", 0);
    public static final Constant FSCONFIG_SET_STRING = new Constant("FSCONFIG_SET_STRING", 1);
    public static final Constant FSCONFIG_CMD_CREATE = new Constant("FSCONFIG_CMD_CREATE", 6);

    private MountFlags() {}
}
