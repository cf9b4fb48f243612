import BuiltInPlugins
import ZhucunCommand

ZhucunCommand.main(modules: BuiltInPlugins.all)
